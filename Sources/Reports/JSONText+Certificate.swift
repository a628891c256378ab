import ChainKit
import Octets

// The facts of a certificate as JSON, the same in an audit and an inspection.
extension JSONText {
    /// What every report says of a certificate.
    mutating func certificateFacts(_ certificate: Certificate) {
        let (subject, issuer) = (certificate.subject, certificate.issuer)
        member("sha256", certificate.sha256)
        member("thumbprint", certificate.thumbprint)
        member("subject", subject.rfc4514)
        member("issuer", issuer.rfc4514)
        member("subjectDotNet", subject.dotNet)
        member("issuerDotNet", issuer.dotNet)
        // TlsCertificateName's text, whose parts are at hand already.
        textMember("tlsCertificateName") { text in
            text.append("<I>" as StaticString)
            JSONString.appendContent(issuer.dotNet, to: &text)
            text.append("<S>" as StaticString)
            JSONString.appendContent(subject.dotNet, to: &text)
        }
        textMember("serialNumber") { certificate.serialNumber.appendHexadecimal(to: &$0) }
        member("version", certificate.version)
        member("notBefore", certificate.notBefore.instant)
        member("notAfter", certificate.notAfter.instant)
        publicKey(certificate.publicKey)
        signatureAlgorithm(certificate.signatureAlgorithm)
        key("keyUsage")
        if let usage = certificate.keyUsage {
            open(UInt8(ascii: "["))
            usage.forEachName { string(plain: $0) }
            close(UInt8(ascii: "]"))
        } else {
            null()
        }
        key("extendedKeyUsage")
        if let purposes = certificate.extendedKeyUsage {
            array(purposes) { $0.string($1.name) }
        } else {
            null()
        }
        key("basicConstraints")
        basicConstraints(certificate.basicConstraints)
        member("subjectAlternativeNames", array: certificate.subjectAlternativeNames) { json, name in
            json.object { json in
                json.member("kind", name.kind)
                switch name {
                case .dns(let octets):
                    json.key("value")
                    json.string(octets)
                    json.member("isHostName", PreferredNameSyntax.defect(of: octets) == nil)
                case .email, .uri, .ip, .directory, .other: json.member("value", name.printed)
                }
            }
        }
    }

    /// What only an inspection says: extensions that take work to decode.
    mutating func certificateDetails(_ certificate: Certificate) {
        member("subjectKeyIdentifier", certificate.subjectKeyIdentifier.map { Hexadecimal.string($0) })
        member("authorityKeyIdentifier", certificate.authorityKeyIdentifier.map { Hexadecimal.string($0) })
        member("issuerURLs", certificate.issuerURLs)
        member("ocspURLs", certificate.ocspURLs)
        member("crlURLs", certificate.crlURLs)
        member("policies", certificate.policies.map(\.dotted))
        key("nameConstraints")
        if let constraints = certificate.nameConstraints {
            object { json in
                json.member("permitted", array: constraints.permitted) { $0.generalName($1) }
                json.member("excluded", array: constraints.excluded) { $0.generalName($1) }
            }
        } else {
            null()
        }
        member("hasSignedCertificateTimestamps", certificate.hasSignedCertificateTimestamps)
        member("isSelfIssued", certificate.isSelfIssued)
        member("extensions", array: certificate.extensions) { json, element in
            json.object { json in
                json.member("oid", element.identifier)
                json.member("critical", element.isCritical)
                json.member("octets", element.value.count)
            }
        }
        member("encodingDefects", certificate.encodingDefects.map(\.text))
    }

    private mutating func publicKey(_ publicKey: SubjectPublicKey) {
        member("key") { json in
            json.member("name", publicKey.name)
            json.member("algorithm", publicKey.algorithm)
            json.member("bits", publicKey.bits)
            json.member("sha256", publicKey.sha256)
        }
    }

    private mutating func signatureAlgorithm(_ algorithm: SignatureAlgorithm) {
        member("signatureAlgorithm") { json in
            json.member("name", algorithm.name)
            json.member("oid", algorithm.identifier)
            json.member("hash", algorithm.hash?.rawValue)
        }
    }

    private mutating func basicConstraints(_ constraints: BasicConstraints?) {
        switch constraints {
        case nil: null()
        case .notAuthority:
            object { json in
                json.member("isAuthority", false)
                json.member("pathLength", nil as Int?)
            }
        case .authority(let maximum):
            object { json in
                json.member("isAuthority", true)
                json.member("pathLength", maximum)
            }
        }
    }

    private mutating func generalName(_ name: GeneralName) {
        object { json in
            json.member("kind", name.kind)
            json.member("value", name.printed)
        }
    }
}

extension JSONText {
    /// What became of a file, as members of an object.
    mutating func fileFacts(_ record: FileRecord) {
        member("path", record.path)
        member("linkTarget", record.linkTarget)
        member("kind", record.kind.rawValue)
        member("status", record.status)
        member("outcome", FileOutcome(record).rawValue)
        member("certificates", record.certificates)
        member("revocationsUsed", record.revocationsUsed)
        member("exportedObjects", record.exportedObjects)
        member("detail", record.worstProblem?.message)
        problems(record.problems)
        member("notes", record.notes)
        privateKeys(record.privateKeys)
        member("legacyEncryption", record.legacyEncryption)
    }

    /// What was wrong with a file.
    mutating func problems(_ problems: [FileProblem]) {
        member("problems", array: problems) { json, problem in
            json.object { json in
                json.member("code", problem.code.rawValue)
                json.member("line", problem.line)
                json.member("offset", problem.offset)
                json.member("detail", problem.detail)
            }
        }
    }

    /// Private keys that lie in a file; never the keys themselves.
    mutating func privateKeys(_ keys: [FoundPrivateKey]) {
        member("privateKeys", array: keys) { json, key in
            json.object { json in
                json.member("publicKeySHA256", key.publicKeySHA256?.hexadecimal)
                json.member("isEncrypted", key.isEncrypted)
            }
        }
    }
}

/// Writes the object that a report has for a certificate.
struct CertificateJSON {
    /// Ways that are told beside the best one; a search keeps up to 64.
    static let alternatives = 8

    let includesPEM: Bool

    init(includesPEM: Bool) { self.includesPEM = includesPEM }

    /// The members of a certificate's object.
    func write(_ record: AuditRecord, to json: inout JSONText) {
        json.certificateFacts(record.certificate)
        json.member("sources", array: record.sources) { $0.location($1) }
        json.member("installations", array: record.installations) { $0.installation($1) }
        json.member("role", record.role.rawValue)
        json.member("verdict", record.verdict?.rawValue)
        json.member("score", record.score?.value)
        writeScoreParts(of: record, to: &json)
        writeRoles(of: record, to: &json)
        json.member("names", array: record.coverage) { $0.coverage($1.reference, $1.coverage) }
        json.member("findings", array: record.findings) { $0.finding($1) }
        writePath(of: record, to: &json)
        writeAlternatives(of: record, to: &json)
        json.member("searchLimit", record.search.limitMet?.rawValue)
        if includesPEM { json.member("pem", PEMText.certificate(record.certificate.der)) }
    }

    private func writeScoreParts(of record: AuditRecord, to json: inout JSONText) {
        guard let score = record.score else {
            json.member("scoreParts", nil as [String]?)
            return
        }
        json.member("scoreParts", array: score.parts) { json, part in
            json.object { json in
                json.member("name", part.name)
                json.member("points", part.points)
                json.member("maximum", part.maximum)
                json.member("reason", part.reason)
            }
        }
    }

    private func writeRoles(of record: AuditRecord, to json: inout JSONText) {
        guard let verdicts = record.roleVerdicts else {
            json.member("roles", nil as String?)
            return
        }
        json.member("roles") { json in
            json.member("server") { $0.member("verdict", verdicts.server.rawValue) }
            json.member("client") { $0.member("verdict", verdicts.client.rawValue) }
        }
    }

    private func writePath(of record: AuditRecord, to json: inout JSONText) {
        let best = record.search.best
        json.member("isPathTrusted", record.search.trusted != nil)
        json.key("path")
        json.open(UInt8(ascii: "["))
        let certificates = best?.path.certificates ?? []
        for position in certificates.indices {
            json.object { json in
                json.member("sha256", certificates[position].sha256)
                json.member("subject", certificates[position].subject.rfc4514.shortened)
                json.key("source")
                if position < record.pathOrigins.count {
                    json.origin(record.pathOrigins[position])
                } else {
                    json.null()
                }
            }
        }
        json.close(UInt8(ascii: "]"))
        json.member("pathDefects", array: best?.defects ?? []) { $0.defect($1) }
        json.member("pathNotes", array: best?.notes ?? []) { $0.note($1) }
    }

    private func writeAlternatives(of record: AuditRecord, to json: inout JSONText) {
        let others = record.search.attempts.dropFirst()
        json.key("alternatives")
        json.open(UInt8(ascii: "["))
        for attempt in others.prefix(Self.alternatives) {
            json.open(UInt8(ascii: "{"))
            json.member("isTrusted", attempt.isTrusted)
            json.key("path")
            json.open(UInt8(ascii: "["))
            for certificate in attempt.path.certificates {
                json.object { json in
                    json.member("sha256", certificate.sha256)
                    json.member("subject", certificate.subject.rfc4514.shortened)
                }
            }
            json.close(UInt8(ascii: "]"))
            json.member("endsInAnchor", attempt.path.anchor != nil)
            json.member("defects", array: attempt.defects) { $0.defect($1) }
            json.member("notes", array: attempt.notes) { $0.note($1) }
            json.close(UInt8(ascii: "}"))
        }
        json.close(UInt8(ascii: "]"))
        json.member("alternativesLeftOut", max(0, others.count - Self.alternatives))
    }
}

/// Writes PEM (RFC 7468).
enum PEMText {
    private static let alphabet: StaticString =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    /// A certificate with armour, lines of 64 characters.
    static func certificate(_ der: [UInt8]) -> String {
        var text: [UInt8] = Array("-----BEGIN CERTIFICATE-----\n".utf8)
        for start in stride(from: 0, to: der.count, by: 48) {
            appendBase64(der[start..<min(start + 48, der.count)], to: &text)
            text.append(UInt8(ascii: "\n"))
        }
        text += "-----END CERTIFICATE-----\n".utf8
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendBase64(_ octets: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let letters = alphabet.utf8Start
        for start in stride(from: octets.startIndex, to: octets.endIndex, by: 3) {
            let group = octets[start..<min(start + 3, octets.endIndex)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0..<4 {
                let isFilled = position <= group.count
                text.append(isFilled ? letters[bits >> (18 - 6 * position) & 0x3f] : UInt8(ascii: "="))
            }
        }
    }
}
