/// One question of a batch, as it is written: times and identifiers are text, certificates are PEM.
///
/// Decodable is the standard library's; what decodes JSON is for whoever reads the line.
package struct VerificationCase: Decodable {
    package struct Host: Decodable {
        let dns: String?
        let ip: String?
    }

    package struct Policy: Decodable {
        let initial: [String]?
        let explicit: Bool?
        let inhibitMapping: Bool?
        let inhibitAny: Bool?

        enum CodingKeys: String, CodingKey {
            case initial, explicit
            case inhibitMapping = "inhibit_mapping"
            case inhibitAny = "inhibit_any"
        }
    }

    package let id: String
    let time: String
    let host: Host?
    let purpose: String?
    let leaf: String
    let intermediates: [String]
    let roots: [String]
    /// PEM, one text or several; nil or none leaves revocation out.
    let crls: Texts?
    let policy: Policy?
    let maximumDepth: Int?

    enum CodingKeys: String, CodingKey {
        case id, host, purpose, leaf, intermediates, roots, crls, policy
        case time = "validation_time"
        case maximumDepth = "max_chain_depth"
    }

    /// One text or a list of them.
    package struct Texts: Decodable {
        let texts: [String]

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                texts = [text]
            } else {
                texts = try container.decode([String].self)
            }
        }
    }

    /// What is wrong with a case.
    package struct Failure: Error {
        package let message: String
    }

    /// The case's anchors and the request.
    package func request(_ reader: InputReader) throws(Failure) -> (
        anchors: PrivateAnchors, request: VerificationRequest
    ) {
        let reader = reader.anew
        guard let time = Instant(rfc3339: time) else { throw Failure(message: "validation_time is no time") }
        guard let purpose = VerificationPurpose(rawValue: purpose ?? "server") else {
            throw Failure(message: "purpose is none of server, client, any")
        }
        var request = VerificationRequest(
            try target(reader),
            intermediates: Self.certificates(intermediates, reader),
            time: time
        )
        request.purpose = purpose
        guard maximumDepth ?? 0 >= 0 else { throw Failure(message: "max_chain_depth is negative") }
        request.maximumIntermediates = maximumDepth
        if let name = host?.dns ?? host?.ip {
            if let reference = ReferenceIdentifier(name) {
                request.references = [reference]
            } else {
                request.unusableReferences = [name]
            }
        }
        if let crls, !crls.texts.isEmpty { request.revocation = try Self.revocation(crls.texts, reader) }
        if let policy { request.policy = try policy.inputs() }
        return (PrivateAnchors(Self.certificates(roots, reader)), request)
    }

    /// The leaf's first certificate, and no other: the question must not become one about the certificate after a
    /// damaged one.
    private func target(_ reader: InputReader) throws(Failure) -> Certificate {
        guard let encoded = reader.read(Array(leaf.utf8), path: "case").certificates.first else {
            throw Failure(message: "leaf holds no certificate")
        }
        do {
            return try Certificate(der: encoded.der)
        } catch {
            throw Failure(message: "leaf does not parse: \(error.reason)")
        }
    }

    private static func revocation(
        _ texts: [String],
        _ reader: InputReader
    ) throws(Failure) -> RevocationStore {
        let encoded = texts.map { reader.read(Array($0.utf8), path: "case").revocation }
        do {
            return RevocationStore(
                lists: try encoded.flatMap(\.lists).map { try RevocationList(der: $0) },
                responses: try encoded.flatMap(\.responses).map { try OCSPResponse(der: $0) }
            )
        } catch let error as RevocationListError {
            throw Failure(message: "crls: \(error.reason)")
        } catch {
            throw Failure(message: "crls cannot be read")
        }
    }

    private static func certificates(_ texts: [String], _ reader: InputReader) -> [Certificate] {
        texts.flatMap { text in
            reader.read(Array(text.utf8), path: "case").certificates.compactMap {
                try? Certificate(der: $0.der)
            }
        }
    }
}

extension VerificationCase.Policy {
    fileprivate func inputs() throws(VerificationCase.Failure) -> PolicyInputs {
        var inputs = PolicyInputs()
        var acceptable: Set<ObjectIdentifier> = []
        for text in initial ?? [] {
            guard let identifier = ObjectIdentifier(dotted: text) else {
                throw VerificationCase.Failure(message: "policy.initial: '\(text)' is no identifier")
            }
            acceptable.insert(identifier)
        }
        // anyPolicy among the initial policies means that any will do (RFC 5280, 6.1.1 (c)).
        inputs.acceptable = acceptable.isEmpty || acceptable.contains(.anyPolicy) ? nil : acceptable
        inputs.requiresExplicitPolicy = explicit ?? false
        inputs.inhibitsMapping = inhibitMapping ?? false
        inputs.inhibitsAnyPolicy = inhibitAny ?? false
        return inputs
    }
}
