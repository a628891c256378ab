/// Flags certificates whose issuer and subject do not fit into a connector's TlsCertificateName.
struct TlsCertificateNameTooLong: CertificateRule {
    static let metadata = RuleMetadata(
        id: "tls-certificate-name-too-long",
        severity: .error,
        title: "The TlsCertificateName is too long",
        rationale: """
            A connector names its certificate by issuer and subject in one attribute of Active Directory, \
            ms-Exch-Smtp-TLS-Certificate. Its upper range is 1024 characters since the schema of Exchange 2013 CU6.
            """,
        remedy: "have the certificate reissued with a shorter subject, or by a CA with a shorter name",
        citations: [
            "Microsoft, Active Directory schema changes in Exchange Server",
            "Microsoft, Exchange 2013 Active Directory schema changes (CU6)",
        ],
        certainty: .documented,
        expectedError: "Set-SendConnector and Set-ReceiveConnector fail; CONSTRAINT_ATT_TYPE in the HCW log",
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let (issuer, own) = (subject.certificate.issuer.dotNet, subject.certificate.subject.dotNet)
        // A text is no longer in UTF-16 than in UTF-8, whose length needs no counting.
        guard
            issuer.utf8.count + own.utf8.count + "<I><S>".utf8.count > TlsCertificateName.longestInOldSchemas
        else { return [] }
        let length = TlsCertificateName.length(for: subject.certificate)
        if length > TlsCertificateName.longest {
            return [
                finding(
                    "the TlsCertificateName has \(length) characters, the attribute takes \(TlsCertificateName.longest)"
                )
            ]
        }
        guard length > TlsCertificateName.longestInOldSchemas else { return [] }
        return [
            finding(
                """
                the TlsCertificateName has \(length) characters; a schema older than that of Exchange 2013 CU6 may \
                take no more than \(TlsCertificateName.longestInOldSchemas)
                """,
                severity: .note,
                remedy: "nothing, unless the schema is older than that of Exchange 2013 CU6"
            )
        ]
    }
}
