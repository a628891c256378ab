/// Flags certificates of X.509 version 1 and 2.
struct CertificateBelowVersion3: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "certificate-below-version-3",
        severity: .error,
        title: "The certificate is below X.509 version 3",
        rationale: """
            Exchange considers certificates of version 3 or later only when it looks for one to offer with STARTTLS. \
            Older versions have no extensions, so this certificate can carry no subjectAltName either.
            """,
        remedy: "have the certificate reissued by a CA that issues version 3",
        citations: [
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)", "RFC 5280, 4.1.2.1",
        ],
        certainty: .documented,
        expectedError: "event 12014; 451 5.7.3 STARTTLS is required to send mail",
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// RFC 5280 takes an anchor of any version; issuers below it must be of version 3 to be authorities at all.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor, certificate.version < 3 else { return [] }
        return ["the certificate is of X.509 version \(certificate.version)"]
    }

    func findings(in subject: Subject) -> [Finding] {
        let version = subject.certificate.version
        guard version < 3 else { return [] }
        return [finding("the certificate is of X.509 version \(version)")]
    }
}
