import ChainKit

/// Flags inbound connectors that look for a name which is no accepted domain.
struct TlsSenderCertificateNameNotAccepted: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-sender-certificate-name-not-accepted",
        severity: .error,
        title: "Exchange Online looks for a certificate name that is no accepted domain",
        rationale: """
            The Exchange Team says that a TlsSenderCertificateName must be an accepted domain of the organization unless \
            it begins with a wildcard; mail is refused otherwise, as if the certificate had not matched.
            """,
        remedy: "add the name as an accepted domain, or use the wildcard of an accepted domain",
        citations: [Citation.hybridTls, Citation.setInboundConnector],
        certainty: .stated,
        expectedError: "550 5.7.51 TenantInboundAttribution; There is a partner connector configured …",
        traits: [.meansNamesRefused],
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        guard let domains = AcceptedDomains(situation.inventory.acceptedDomains) else { return [] }
        return situation.onPremisesInbound.compactMap { connector in
            guard let name = connector.tlsSenderCertificateName.value, !name.contains("*"),
                !domains.contains(name)
            else { return nil }
            let parent = name.split(separator: ".").dropFirst().joined(separator: ".")
            // Mail is lost where no other connector's name is that of the certificate presented.
            let lost = situation.hybridSending.filter { prediction in
                if case .refused(let findings, _, _) = prediction.acceptance {
                    findings.contains { $0.rule == Self.metadata.id }
                } else {
                    false
                }
            }
            let isHarmless = lost.isEmpty && !situation.hybridSending.isEmpty
            return finding(
                """
                inbound connector "\(connector.name)" looks for \(name), which is not among the \
                \(Evidence.count(situation.inventory.acceptedDomains.count, "accepted domain")) exported
                """,
                concerns: [.inboundConnector(connector.name)] + lost.map(\.concern),
                severity: isHarmless ? .warning : .error,
                remedies: domains.contains(parent)
                    ? [.setSenderName(of: connector, to: "*.\(parent)")] : []
            )
        }
    }
}
