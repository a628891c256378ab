/// Flags certificates of which nothing can be said because a signature in the path cannot be checked here.
struct SignatureNotVerifiable: CertificateRule {
    static let metadata = RuleMetadata(
        id: "signature-not-verifiable",
        severity: .warning,
        title: "A signature in the path cannot be checked here",
        rationale: """
            The path is good but for a signature whose algorithm the OpenSSL on this machine does not know. It may be \
            right or forged: the certificate is neither called good nor bad.
            """,
        remedy: "run chaincheck with a newer OpenSSL, or get a certificate that is signed with RSA or ECDSA",
        citations: ["RFC 5280, 6.1.3 (a)(1)"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard subject.search.isUndetermined else { return [] }
        for attempt in subject.search.attempts where attempt.path.anchor != nil {
            for defect in attempt.defects {
                guard case .signatureNotVerifiable(let algorithm) = defect.kind else { continue }
                let name = Evidence.name(attempt.path.certificates[defect.position])
                return [finding("the signature on \(name), \(algorithm), cannot be checked here")]
            }
        }
        return []
    }
}
