/// Flags certificates without a subject.
struct SubjectEmpty: CertificateRule {
    static let metadata = RuleMetadata(
        id: "subject-empty",
        severity: .warning,
        title: "The certificate has no subject",
        rationale: """
            A TlsCertificateName is made of issuer and subject. Without a subject it is the same for every such \
            certificate of the CA and cannot tell them apart. How Exchange treats such a name is not documented.
            """,
        remedy: "have the certificate reissued with a common name, in a profile of the CA that writes one",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7", "Microsoft, Set-SendConnector",
        ],
        certainty: .unknown,
        traits: [.toldOfRequests, .decidedByCA],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard subject.certificate.subject.isEmpty else { return [] }
        let name = TlsCertificateName(subject.certificate).text
        return [
            finding(
                """
                the subject is empty: the TlsCertificateName would be \(name), which every certificate without a \
                subject from this CA has
                """
            )
        ]
    }
}
