/// Flags certificates of whose path an OCSP responder says that it does not know one.
struct CertificateUnknownToResponder: CertificateRule {
    static let metadata = RuleMetadata(
        id: "certificate-unknown-to-responder",
        severity: .warning,
        title: "The OCSP responder does not know the certificate",
        rationale: """
            A response of the issuer's OCSP responder says "unknown": the issuer's records hold no certificate with \
            this serial number. A new certificate may not have reached the responder yet; otherwise the issuer may \
            never have issued it. Peers that ask the responder may refuse the certificate.
            """,
        remedy:
            "ask the issuer whether it issued the certificate, and fetch a new response before you use it",
        citations: ["RFC 6960, 2.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for note in subject.search.best?.notes ?? [] {
            guard case .revocationUnknown(let position, let doubt) = note, doubt.isUnknownToResponder else {
                continue
            }
            findings.append(finding(Evidence.doubt(doubt, at: position, in: subject)))
        }
        return findings
    }
}
