/// Flags certificates that signed themselves, as Exchange makes them at set-up.
package struct SelfSignedCertificate: CertificateRule {
    package static let metadata = RuleMetadata(
        id: "self-signed-certificate",
        severity: .error,
        title: "The certificate is self-signed",
        rationale: """
            Microsoft does not support self-signed certificates for hybrid mail transport: nobody but the server \
            itself vouches for them. For mail between Exchange servers of one organization they are what Microsoft \
            recommends, so leave the one that Exchange made where it is.
            """,
        remedy: """
            bind a certificate of a public CA to SMTP beside it and name that one in the connectors' \
            TlsCertificateName; answer No when asked to overwrite the default SMTP certificate
            """,
        citations: [
            "Microsoft, Certificate requirements for hybrid deployments",
            "Exchange Team, TLS Certificates in Exchange Hybrid (2025-06-04)",
        ],
        certainty: .documented,
        expectedError: "454 4.7.0 … UntrustedRoot: Access Denied; 450 4.4.317 [Message=SubjectMismatch]",
        traits: [.meansNotTrusted, .meansSelfSigned],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch,
            failed.best.defects.contains(PathDefect(.selfSignedNotTrusted, at: 0))
        else { return [] }
        return [finding("\(Evidence.name(subject.certificate)) signed itself and is no trusted root")]
    }
}
