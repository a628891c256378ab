import ChainKit

/// Flags connectors whose TlsCertificateName does not fit into Active Directory.
struct ConnectorTlsCertificateNameTooLong: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "connector-tls-certificate-name-too-long",
        severity: .error,
        title: "A connector's TlsCertificateName is too long",
        rationale: """
            The attribute ms-Exch-Smtp-TLS-Certificate takes 1024 characters since the schema of Exchange 2013 CU6. An \
            export that shows more was not read from Active Directory, or was changed afterwards.
            """,
        remedy: "use a certificate with a shorter subject, or of a CA with a shorter name",
        citations: [Citation.schemaChanges, Citation.schemaChanges2013],
        certainty: .documented,
        expectedError: "Set-SendConnector and Set-ReceiveConnector fail",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.settings.compactMap { connector, part in
            guard let text = connector.tlsCertificateName.value else { return nil }
            let length = TlsCertificateName(reading: text).length
            let name = "the TlsCertificateName of \(connector.label) has \(length) characters"
            if length > TlsCertificateName.longest {
                // A connector that presents the certificate all the same gets its mail through today.
                let isFound = situation.connectors.contains {
                    $0.connector == connector && !$0.isWithoutCertificate
                }
                return finding(
                    "\(name), the attribute takes \(TlsCertificateName.longest)",
                    about: connector.concern,
                    severity: isFound || !part.isHybrid ? .warning : .error
                )
            }
            guard length > TlsCertificateName.longestInOldSchemas else { return nil }
            return finding(
                """
                \(name); a schema older than that of Exchange 2013 CU6 may take no more than \
                \(TlsCertificateName.longestInOldSchemas)
                """,
                about: connector.concern,
                severity: .note
            )
        }
    }
}
