/// The second reading: every input becomes a file record, and every certificate that first stands there is judged.
struct SecondPass: Sendable {
    /// What one input came to.
    struct Outcome: Sendable {
        let file: FileRecord
        let records: [AuditRecord]
    }

    /// Where the certificates of paths came from.
    let origins: PathOrigins

    private let audit: Audit
    private let survey: Survey
    private let auditor: Auditor
    private let paths: [String]
    private let memories = CertificateMemories()
    /// Nil without an inventory.
    private let installations: InstallationIndex?

    init(audit: Audit, survey: Survey, inputs: [AuditInput]) {
        self.audit = audit
        self.survey = survey
        installations = audit.installations
        let paths = inputs.map(\.path)
        self.paths = paths
        let inside = (survey.authorities + survey.namedIssuers).compactMap { authority in
            survey.places(of: authority.sha256).first.map { place in
                (authority.sha256, SourceLocation(path: paths[Int(place.input)], index: Int(place.index)))
            }
        }
        origins = PathOrigins(inside: Dictionary(inside) { first, _ in first }, outside: audit.outsidePaths)
        auditor = audit.auditor(for: survey, origins: origins)
    }

    /// What some inputs in a row came to.
    struct Piece: Sendable {
        /// One for each input, empty where they were rendered.
        var outcomes: [Outcome] = []
        /// What a renderer made of them.
        var octets: [UInt8] = []
        var tally: Tally
    }

    /// Octets that a report takes for a chunk of inputs, more or less.
    private static let roomForPiece = 1 << 18

    /// Reads inputs again and judges what is in them; what is rendered here is forgotten here.
    func piece(_ inputs: ArraySlice<AuditInput>, renderer: (any AuditRenderer)?) -> Piece {
        var piece = Piece(tally: Tally())
        var text = renderer == nil ? OctetText() : OctetText(expecting: Self.roomForPiece)
        memories.lend { memory in
            for (number, input) in zip(inputs.indices, inputs) {
                let outcome = audit(input, at: Int32(number), memory)
                piece.tally.add(outcome)
                if let renderer {
                    renderer.append(outcome.file, outcome.records, to: &text)
                } else {
                    piece.outcomes.append(outcome)
                }
            }
        }
        piece.octets = text.take()
        return piece
    }

    private func audit(_ input: AuditInput, at number: Int32, _ memory: CertificateMemory) -> Outcome {
        let content = survey.retained[number] ?? audit.content(of: input)
        var file = content.record
        survey.revocation[number]?.describe(in: &file, isUsed: audit.usesRevocation)
        var records: [AuditRecord] = []
        for (index, encoded) in content.certificates.enumerated() {
            let certificate: Certificate
            do throws(CertificateError) {
                let digest = SHA256Digest(of: encoded.der)
                if let known = survey.authority(digest) {
                    certificate = known
                } else {
                    certificate = try .salvaged(from: encoded.der, sha256: digest, memory: memory)
                }
                file.note(damageOf: certificate, at: index)
            } catch {
                file.certificates -= 1
                file.note(refusal: error, at: index)
                continue
            }
            let place = Survey.Place(input: number, index: Int32(index))
            guard !survey.isRepeat(place, of: certificate.sha256) else { continue }
            // A file that changed between the two readings brings certificates that the first has not seen.
            let places = survey.places(of: certificate.sha256)
            records.append(
                auditor.audit(
                    certificate,
                    sources: (places.isEmpty ? [place] : places).map(location),
                    surroundings: surroundings(of: certificate, places: places)
                )
            )
        }
        return Outcome(file: file, records: records)
    }

    private func location(_ place: Survey.Place) -> SourceLocation {
        SourceLocation(path: paths[Int(place.input)], index: Int(place.index))
    }

    private func surroundings(of certificate: Certificate, places: [Survey.Place]) -> Surroundings {
        let keys = survey.privateKeys[certificate.publicKey.sha256] ?? []
        // A file that repeats a certificate is one bundle of it, not as many as there are copies.
        var met: Set<Int32> = []
        let firstPlaces = places.filter { met.insert($0.input).inserted }
        return Surroundings(
            legacyContainers: firstPlaces.compactMap { place in
                survey.legacyContainers[place.input].map {
                    Surroundings.LegacyContainer(path: paths[Int(place.input)], algorithm: $0)
                }
            },
            exposedKeyFiles: keys.filter { !$0.isEncrypted }.map { paths[Int($0.input)] },
            protectedKeyFiles: keys.filter(\.isEncrypted).map { paths[Int($0.input)] },
            bundles: firstPlaces.compactMap { place in
                survey.bundles[place.input].map { authorities in
                    Surroundings.Bundle(
                        path: paths[Int(place.input)],
                        index: Int(place.index),
                        authorities: authorities
                    )
                }
            },
            installations: installations?.installations(of: certificate) ?? []
        )
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
