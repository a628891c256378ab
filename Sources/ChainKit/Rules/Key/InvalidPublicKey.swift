/// Flags certificates, and issuers, whose public key cannot be one.
struct InvalidPublicKey: CertificateRule {
    static let metadata = RuleMetadata(
        id: "invalid-public-key",
        severity: .error,
        title: "The public key is not valid",
        rationale: """
            The numbers of the key break the rules of its algorithm, such as an even RSA modulus or a point that is \
            not on its curve, or the curve is not named. No peer can use such a key, and there is no private key for it.
            """,
        remedy: "make a new key and have the certificate reissued for it",
        citations: ["RFC 8017, 3.1", "RFC 5480, 2.1.1"],
        certainty: .standard,
        traits: [.toldOfRequests],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        if let defect = Self.defect(of: subject) { findings.append(finding(FindingMessage(defect))) }
        guard let failed = subject.failedSearch else { return findings }
        for defect in failed.best.defects where defect.position > 0 {
            guard case .encoding(.publicKey(let reason)) = defect.kind else { continue }
            let name = Evidence.name(failed.certificate(with: defect))
            findings.append(finding(failed.message("in the issuer \(name): \(reason)")))
        }
        return findings
    }

    private static func defect(of subject: Subject) -> String? {
        let key = subject.certificate.publicKey
        if let defect = key.numberDefect { return defect }
        switch key.kind {
        case .ellipticCurve(.explicit): return "the key gives its curve by parameters instead of by name"
        case .ellipticCurve(.missing): return "the key does not say on which curve it is"
        default: return subject.keyDecodes == false ? "the \(key.name) key does not decode" : nil
        }
    }
}
