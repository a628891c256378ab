/// Flags certificates that are presented as a server's and say that they may issue others.
struct CertificateIsAuthority: CertificateRule {
    static let metadata = RuleMetadata(
        id: "certificate-is-authority",
        severity: .warning,
        title: "The certificate is a certification authority's",
        rationale: """
            A server's certificate must not be able to issue others: whoever takes the server could make certificates \
            in its name. Public CAs may not issue such a one, and some peers refuse it.
            """,
        remedy: "request a certificate whose basicConstraints does not make it an authority",
        citations: ["CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7.8", "RFC 5280, 4.2.1.9"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let certificate = subject.certificate
        guard certificate.isAuthority else { return [] }
        return [finding("basicConstraints says that \(Evidence.name(certificate)) is an authority")]
    }
}
