/// Flags certificates, and issuers, with something malformed inside.
struct MalformedCertificate: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "malformed-certificate",
        severity: .error,
        title: "The certificate is malformed",
        rationale: """
            The certificate could be read, but a part of it breaks the rules of its own encoding. Peers differ in what \
            they forgive, so nobody can say which of them will take it.
            """,
        remedy: "have the certificate reissued; tell the CA what is wrong with this one",
        citations: ["RFC 5280, 4.1 and 4.2", "X.690"],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// Below the anchor the path itself is defective; RFC 5280 takes no more than name and key from an anchor.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        place == .anchor ? certificate.encodingDefects.map(\.text) : []
    }

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for defect in subject.certificate.encodingDefects where !defect.isOfKey {
            findings.append(finding(FindingMessage(defect.text)))
        }
        guard let failed = subject.failedSearch else { return findings }
        for defect in failed.best.defects where defect.position > 0 {
            guard case .encoding(let inner) = defect.kind, !inner.isOfKey else { continue }
            let name = Evidence.name(failed.certificate(with: defect))
            findings.append(finding(failed.message("in the issuer \(name): \(inner.text)")))
        }
        return findings
    }
}

extension EncodingDefect {
    /// Whether the defect lies in the public key's numbers, which have a rule of their own.
    var isOfKey: Bool { if case .publicKey = self { true } else { false } }
}
