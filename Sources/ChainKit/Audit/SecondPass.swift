/// The second reading: every input becomes a file record, and every certificate that first stands there is judged.
final class SecondPass: Sendable {
    /// What one input came to.
    struct Outcome: Sendable {
        /// Nil behind the first segment of a file.
        let file: FileRecord?
        let certificates: [Judged]
    }

    /// A certificate with its place.
    struct Judged: Sendable {
        let place: Survey.Place
        let record: AuditRecord
    }

    /// Where the certificates of paths came from.
    let origins: PathOrigins

    private let audit: Audit
    private let survey: Survey
    private let auditor: Auditor
    private let plan: ReadingPlan
    private let segments: SegmentReading
    private let memories: CertificateMemories
    /// Nil without an inventory.
    private let installations: InstallationIndex?

    init(audit: Audit, survey: Survey, plan: ReadingPlan, memories: CertificateMemories) {
        self.audit = audit
        self.memories = memories
        self.survey = survey
        self.plan = plan
        segments = SegmentReading(plan.segments, reader: audit.reader)
        installations = audit.installations
        let inside = (survey.authorities + survey.namedIssuers).compactMap { authority in
            survey.places(of: authority.sha256).first.map { place in
                (
                    authority.sha256,
                    SourceLocation(path: plan.inputs[Int(place.input)].path, index: Int(place.index))
                )
            }
        }
        origins = PathOrigins(inside: Dictionary(inside) { first, _ in first }, outside: audit.outsidePaths)
        auditor = audit.auditor(for: survey, origins: origins)
    }

    /// What a step came to.
    struct Piece: Sendable {
        /// One for each input, empty where they were rendered.
        var outcomes: [Outcome] = []
        /// What a renderer made of them.
        var octets: [UInt8] = []
        var tally = Tally()
        /// What is wrong with a file whose record was written before.
        var lateProblem: FileProblem?
    }

    /// Octets that a report takes for a chunk of inputs, more or less.
    private static let roomForPiece = 1 << 18

    /// Reads inputs again and judges what is in them; what is rendered here is forgotten here.
    func piece(_ step: ReadingPlan.Step, renderer: (any AuditRenderer)?) -> Piece {
        memories.lend { memory in
            var piece = Piece()
            var text = renderer == nil ? OctetText() : OctetText(expecting: Self.roomForPiece)
            func add(_ outcome: Outcome) {
                piece.tally.add(outcome)
                if let renderer {
                    if let file = outcome.file { renderer.append(file, to: &text) }
                    for judged in outcome.certificates { renderer.append(judged.record, to: &text) }
                } else {
                    piece.outcomes.append(outcome)
                }
            }
            switch step {
            case .inputs(let range):
                for number in range { add(audit(at: Int32(number), memory)) }
            case .segment(let number, let input):
                guard let file = survey.segmented[Int32(input)], file.parts.indices.contains(number) else {
                    break
                }
                let (outcome, problem) = audit(number, of: file, at: Int32(input), memory)
                add(outcome)
                piece.lateProblem = problem
            }
            piece.octets = text.take()
            return piece
        }
    }

    /// Whether the record of a segment's file tells of errors.
    func hasErrors(_ step: ReadingPlan.Step) -> Bool {
        guard case .segment(_, let input) = step else { return false }
        return survey.segmented[Int32(input)]?.record.hasErrors ?? false
    }

    private func audit(at number: Int32, _ memory: CertificateMemory) -> Outcome {
        if let kept = survey.retained[number] {
            return judge(kept.content, kept.survey.digests, at: number, memory)
        }
        let content = audit.content(of: plan.inputs[Int(number)], with: memory.files)
        let digests = content.certificates.map { SHA256Digest(of: $0.der, in: memory.digests) }
        return judge(content, digests, at: number, memory)
    }

    private func judge(
        _ content: FileContent,
        _ digests: [SHA256Digest],
        at number: Int32,
        _ memory: CertificateMemory
    ) -> Outcome {
        var file = content.record
        survey.revocation[number]?.describe(in: &file, isUsed: audit.usesRevocation)
        var damage = CertificateDamage(limits: audit.reader.limits)
        let certificates = judge(content.certificates, digests, of: number, from: 0, memory, &damage)
        damage.describe(in: &file)
        return Outcome(file: file, certificates: certificates)
    }

    /// Judges what stands in a segment, and says where that is not what the first pass has read.
    private func audit(
        _ number: Int,
        of file: SegmentedFile,
        at input: Int32,
        _ memory: CertificateMemory
    ) -> (Outcome, FileProblem?) {
        let part = file.parts[number]
        let record = number == 0 ? file.record : nil
        switch segments.content(number, of: Int(input)) {
        case .success(let content):
            // What is damaged stands in the record already.
            var damage = CertificateDamage(limits: audit.reader.limits)
            let digests = content.certificates.map { SHA256Digest(of: $0.der, in: memory.digests) }
            let certificates = judge(
                content.certificates,
                digests,
                of: input,
                from: part.first,
                memory,
                &damage
            )
            let places = "\(part.first + 1) to \(part.first + max(part.count, 1))"
            let problem =
                part.checksum == SegmentedFile.checksum(digests) && part.count == digests.count
                ? nil : FileProblem.changed("certificates \(places) are not what they were at first")
            return (Outcome(file: record, certificates: certificates), problem)
        case .failure(let failure):
            let problem = audit.reader.record(of: failure, path: path(input)).worstProblem
            // What could not be read at first, either, is in the record.
            return (Outcome(file: record, certificates: []), part.checksum == nil ? nil : problem)
        }
    }

    /// Judges those that stand here first.
    private func judge(
        _ certificates: [EncodedCertificate],
        _ digests: [SHA256Digest],
        of input: Int32,
        from start: Int,
        _ memory: CertificateMemory,
        _ damage: inout CertificateDamage
    ) -> [Judged] {
        var judged: [Judged] = []
        for (index, encoded) in certificates.enumerated() {
            let certificate: Certificate
            do throws(CertificateError) {
                certificate = try parse(encoded, digest: digests[index], memory)
                damage.add(certificate, at: index)
            } catch {
                damage.add(refusal: error, at: index)
                continue
            }
            let place = Survey.Place(input: input, index: Int32(clamping: start + index))
            guard !survey.isRepeat(place, of: certificate.sha256) else { continue }
            judged.append(Judged(place: place, record: judge(certificate, at: place)))
        }
        return judged
    }

    /// Judges a certificate that was read at a place.
    func judge(_ certificate: Certificate, at place: Survey.Place) -> AuditRecord {
        // A file that changed between the two readings brings certificates that the first has not seen.
        let places = survey.places(of: certificate.sha256)
        return auditor.audit(
            certificate,
            sources: (places.isEmpty ? [place] : places).map(location),
            surroundings: surroundings(of: certificate, places: places)
        )
    }

    /// Reads places once more, each input once; what is gone since is passed over.
    ///
    /// - Parameters:
    ///   - places: in the order of the inputs.
    ///   - body: called for each certificate that still parses.
    func reread(_ places: [Survey.Place], _ body: (Certificate, Survey.Place) -> Void) {
        var opened: (input: Int32, segment: Int?, first: Int, certificates: [EncodedCertificate])?
        for place in places {
            let file = survey.segmented[place.input]
            let segment = file?.segment(of: Int(place.index))
            if opened?.input != place.input || opened?.segment != segment {
                let certificates =
                    segment.map { segments.certificates($0, of: Int(place.input)) }
                    ?? content(of: place.input).certificates
                let first = segment.flatMap { file?.parts[$0].first } ?? 0
                opened = (place.input, segment, first, certificates)
            }
            guard let opened, opened.certificates.indices.contains(Int(place.index) - opened.first),
                case let encoded = opened.certificates[Int(place.index) - opened.first],
                let certificate = try? parse(encoded, digest: SHA256Digest(of: encoded.der))
            else { continue }
            body(certificate, place)
        }
    }

    private func content(of input: Int32) -> FileContent {
        survey.retained[input]?.content ?? audit.content(of: plan.inputs[Int(input)])
    }

    private func parse(
        _ encoded: EncodedCertificate,
        digest: SHA256Digest,
        _ memory: CertificateMemory? = nil
    ) throws(CertificateError) -> Certificate {
        if let known = survey.authority(digest) { return known }
        return try .salvaged(from: encoded.der, sha256: digest, memory: memory)
    }

    private func path(_ input: Int32) -> String { plan.inputs[Int(input)].path }

    private func location(_ place: Survey.Place) -> SourceLocation {
        SourceLocation(path: path(place.input), index: Int(place.index))
    }

    private func surroundings(of certificate: Certificate, places: [Survey.Place]) -> Surroundings {
        var surroundings = Surroundings(installations: installations?.installations(of: certificate) ?? [])
        for key in survey.privateKeys[certificate.publicKey.sha256] ?? [] {
            if key.isEncrypted {
                surroundings.protectedKeyFiles.append(path(key.input))
            } else {
                surroundings.exposedKeyFiles.append(path(key.input))
            }
        }
        // A file that repeats a certificate is one bundle of it, not as many as there are copies.
        var met: Set<Int32> = []
        for place in places where places.count == 1 || met.insert(place.input).inserted {
            if let algorithm = survey.legacyContainers[place.input] {
                surroundings.legacyContainers.append(.init(path: path(place.input), algorithm: algorithm))
            }
            if let authorities = survey.bundles[place.input] {
                surroundings.bundles.append(
                    .init(path: path(place.input), index: Int(place.index), authorities: authorities)
                )
            }
        }
        return surroundings
    }
}

extension AuditInput {
    /// The folder that a file lies in, nil for what is none.
    var folder: String? {
        guard case .file(let path) = self, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return nil
        }
        return String(path[..<slash])
    }

    /// Whether it can be read twice.
    var isRereadable: Bool {
        if case .octets = self { false } else { true }
    }

    /// What the report calls it.
    var path: String {
        switch self {
        case .file(let path): path
        case .octets(_, let name): name
        case .content(let content): content.record.path
        case .record(let record): record.path
        }
    }
}
