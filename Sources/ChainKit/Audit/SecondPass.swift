import OpenSSLBridge

/// The second reading: every input becomes a file record, and every certificate that first stands there is judged.
final class SecondPass: Sendable {
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
    private let containers: ContainerReading
    /// Nil without an inventory.
    private let installations: InstallationIndex?

    init(audit: Audit, survey: Survey, plan: ReadingPlan) {
        self.audit = audit
        self.survey = survey
        self.plan = plan
        // The first pass has decoded their keys, which takes longer than all else in such a file.
        segments = SegmentReading(plan.segments, reader: audit.reader.withoutPrivateKeys)
        containers = ContainerReading(plan.parts)
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

    /// Reads inputs again and judges what is in them; what is rendered here is forgotten here.
    func piece(_ step: ReadingPlan.Step, renderer: (any AuditRenderer)?, by worker: Worker) -> AuditPiece {
        var piece = AuditPieceWriter(renderer, tally: audit.emptyTally)
        switch step {
        case .inputs(let range):
            for number in range { audit(at: Int32(number), worker, &piece) }
        case .segment(let number, let input):
            if let file = survey.segmented[Int32(input)], file.parts.indices.contains(number) {
                audit(number, of: file, at: Int32(input), worker, &piece)
            }
        case .part(let number, let input):
            audit(part: number, of: Int32(input), worker, &piece)
        }
        return piece.finish()
    }

    /// Whether the record of a segment's file tells of errors.
    func hasErrors(_ step: ReadingPlan.Step) -> Bool {
        guard case .segment(_, let input) = step else { return false }
        return survey.segmented[Int32(input)]?.record.hasErrors ?? false
    }

    private func audit(at number: Int32, _ worker: Worker, _ piece: inout AuditPieceWriter) {
        if let kept = survey.retained.lone(number, worker.spool) {
            return judge(kept.file, kept.digest, at: number, worker, &piece)
        }
        if let kept = survey.retained[number] {
            return judge(kept.content, kept.survey.digests, at: number, worker, &piece)
        }
        switch read(plan.inputs[Int(number)], worker) {
        case .lone(let file):
            judge(
                file,
                SHA256Digest(of: file.der, in: worker.digests),
                at: number,
                worker,
                &piece
            )
        case .content(let content):
            judge(content, digests(of: content.certificates, worker), at: number, worker, &piece)
        }
    }

    private func read(_ input: AuditInput, _ worker: Worker) -> InputReader.Reading {
        guard let path = input.filePath else { return .content(audit.content(of: input)) }
        return audit.reader.secondReading(path: path, with: worker.files)
    }

    private func digests(of certificates: [EncodedCertificate], _ worker: Worker) -> [SHA256Digest] {
        certificates.map { SHA256Digest(of: $0.der, in: worker.digests) }
    }

    private func judge(
        _ lone: LoneCertificate,
        _ digest: SHA256Digest,
        at number: Int32,
        _ worker: Worker,
        _ piece: inout AuditPieceWriter
    ) {
        var damage = CertificateDamage(limits: audit.reader.limits)
        let judged = judge(lone.der, digest, at: Survey.Place(input: number, index: 0), worker, &damage)
        var file = lone.record(path: path(number))
        file.linkTarget = plan.inputs[Int(number)].linkTarget
        damage.describe(in: &file)
        noteChange(in: &file, CollectionOfOne(digest), at: number)
        piece.add(file)
        if let judged { piece.add(judged) }
    }

    private func judge(
        _ content: FileContent,
        _ digests: [SHA256Digest],
        at number: Int32,
        _ worker: Worker,
        _ piece: inout AuditPieceWriter
    ) {
        var file = content.record
        if let target = plan.inputs[Int(number)].linkTarget { file.linkTarget = target }
        survey.revocation[number]?.describe(in: &file, isUsed: audit.usesRevocation)
        var damage = CertificateDamage(limits: audit.reader.limits)
        let certificates = judge(content.certificates, digests, of: number, from: 0, worker, &damage)
        damage.describe(in: &file)
        noteChange(in: &file, digests, at: number)
        piece.add(file)
        for certificate in certificates { piece.add(certificate) }
    }

    /// Says where a file is not what the first pass has read: what it held then may be missing from the report.
    private func noteChange(
        in file: inout FileRecord,
        _ digests: some Sequence<SHA256Digest>,
        at number: Int32
    ) {
        guard !survey.hasRead(digests, in: number) else { return }
        file.problems.append(.changed("its certificates are not what they were at first"))
    }

    /// Judges some certificates of a container that holds very many; its record comes before those of the first part.
    private func audit(
        part number: Int,
        of input: Int32,
        _ worker: Worker,
        _ piece: inout AuditPieceWriter
    ) {
        let (content, digests) = containers.content(of: Int(input)) {
            if let kept = survey.retained[input] { return (kept.content, kept.survey.digests) }
            let content = audit.content(of: plan.inputs[Int(input)])
            return (content, self.digests(of: content.certificates, worker))
        }
        let certificates = content.certificates
        if number == 0 {
            var file = content.record
            survey.revocation[input]?.describe(in: &file, isUsed: audit.usesRevocation)
            var damage = CertificateDamage(limits: audit.reader.limits)
            for index in certificates.indices {
                do throws(CertificateError) {
                    let der = certificates[index].der
                    damage.add(try parse(der, digest: digests[index], worker.certificates), at: index)
                } catch {
                    damage.add(refusal: error, at: index)
                }
            }
            damage.describe(in: &file)
            if let target = plan.inputs[Int(input)].linkTarget { file.linkTarget = target }
            noteChange(in: &file, digests, at: input)
            piece.add(file)
        }
        let start = min(number * ReadingPlan.certificatesPerPart, certificates.count)
        // A file that grew since the first reading is judged to its end.
        let isLast = number + 1 == plan.parts[Int(input)]
        let end =
            isLast ? certificates.count : min(start + ReadingPlan.certificatesPerPart, certificates.count)
        // Told in the record already.
        var damage = CertificateDamage(limits: audit.reader.limits)
        for index in start..<end {
            let place = Survey.Place(input: input, index: Int32(clamping: index))
            let der = certificates[index].der
            if let judged = judge(der, digests[index], at: place, number: index, worker, &damage) {
                piece.add(judged)
            }
        }
    }

    /// Judges what stands in a segment, and says where that is not what the first pass has read.
    private func audit(
        _ number: Int,
        of file: SegmentedFile,
        at input: Int32,
        _ worker: Worker,
        _ piece: inout AuditPieceWriter
    ) {
        let part = file.parts[number]
        if number == 0 {
            var record = file.record
            record.linkTarget = plan.inputs[Int(input)].linkTarget
            piece.add(record)
        }
        switch segments.content(number, of: Int(input)) {
        case .success(let content):
            // What is damaged stands in the record already.
            var damage = CertificateDamage(limits: audit.reader.limits)
            let digests = digests(of: content.certificates, worker)
            for certificate in judge(
                content.certificates,
                digests,
                of: input,
                from: part.first,
                worker,
                &damage
            ) {
                piece.add(certificate)
            }
            guard part.checksum != SegmentedFile.checksum(digests) || part.count != digests.count else {
                return
            }
            let places = "\(part.first + 1) to \(part.first + max(part.count, 1))"
            piece.add(late: .changed("certificates \(places) are not what they were at first"))
        case .failure(let failure):
            // What could not be read at first, either, is in the record.
            guard part.checksum != nil else { return }
            piece.add(late: audit.reader.record(of: failure, path: path(input)).worstProblem)
        }
    }

    /// Judges those that stand here first.
    private func judge(
        _ certificates: [EncodedCertificate],
        _ digests: [SHA256Digest],
        of input: Int32,
        from start: Int,
        _ worker: Worker,
        _ damage: inout CertificateDamage
    ) -> [Judged] {
        certificates.indices.compactMap { index in
            let place = Survey.Place(input: input, index: Int32(clamping: start + index))
            return judge(certificates[index].der, digests[index], at: place, number: index, worker, &damage)
        }
    }

    /// Judges one that stands here first; `number` is its place in what was read.
    private func judge(
        _ der: [UInt8],
        _ digest: SHA256Digest,
        at place: Survey.Place,
        number: Int = 0,
        _ worker: Worker,
        _ damage: inout CertificateDamage
    ) -> Judged? {
        let certificate: Certificate
        do throws(CertificateError) {
            certificate = try parse(der, digest: digest, worker.certificates)
            damage.add(certificate, at: number)
        } catch {
            damage.add(refusal: error, at: number)
            return nil
        }
        guard let places = survey.places(of: digest, from: place) else { return nil }
        return Judged(place: place, record: judge(certificate, at: place, among: places, worker))
    }

    /// Judges a certificate that was read at a place.
    func judge(_ certificate: Certificate, at place: Survey.Place, by worker: Worker) -> AuditRecord {
        judge(certificate, at: place, among: survey.places(of: certificate.sha256), worker)
    }

    /// Judges a certificate of this audit by another auditor.
    func judge(_ record: AuditRecord, with other: Auditor, by worker: Worker) -> AuditRecord {
        let certificate = record.certificate
        let places = survey.places(of: certificate.sha256)
        return other.judge(
            certificate,
            sources: record.sources,
            surroundings: surroundings(of: certificate, places: places),
            by: worker
        )
    }

    private func judge(
        _ certificate: Certificate,
        at place: Survey.Place,
        among places: [Survey.Place],
        _ worker: Worker
    ) -> AuditRecord {
        // A file that changed between the two readings brings certificates that the first has not seen.
        auditor.judge(
            certificate,
            sources: (places.isEmpty ? [place] : places).map(location),
            surroundings: surroundings(of: certificate, places: places),
            by: worker
        )
    }

    /// Reads places once more, each input once; what is gone since is passed over.
    ///
    /// - Parameters:
    ///   - places: in the order of the inputs.
    ///   - body: called for each certificate that still parses.
    func reread(_ places: [Survey.Place], _ body: (Certificate, Survey.Place) -> Void) {
        var opened: (input: Int32, segment: Int?, first: Int, certificates: [[UInt8]])?
        for place in places {
            let file = survey.segmented[place.input]
            let segment = file?.segment(of: Int(place.index))
            if opened?.input != place.input || opened?.segment != segment {
                let certificates =
                    segment.map { segments.certificates($0, of: Int(place.input)).map(\.der) }
                    ?? certificates(of: place.input)
                let first = segment.flatMap { file?.parts[$0].first } ?? 0
                opened = (place.input, segment, first, certificates)
            }
            guard let opened, opened.certificates.indices.contains(Int(place.index) - opened.first),
                case let der = opened.certificates[Int(place.index) - opened.first],
                let certificate = try? parse(der, digest: SHA256Digest(of: der))
            else { continue }
            body(certificate, place)
        }
    }

    private func certificates(of input: Int32) -> [[UInt8]] {
        if let kept = survey.retained.lone(input, SpoolReader()) { return [kept.file.der] }
        let content = survey.retained[input]?.content ?? audit.content(of: plan.inputs[Int(input)])
        return content.certificates.map(\.der)
    }

    private func parse(
        _ der: [UInt8],
        digest: SHA256Digest,
        _ memory: CertificateMemory? = nil
    ) throws(CertificateError) -> Certificate {
        if let known = survey.authority(digest) { return known }
        return try .salvaged(from: der, sha256: digest, memory: memory)
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
