import ChainKit

/// Flags inbound connectors whose wildcard takes in mail that is meant for another connector.
struct TlsSenderCertificateNameTooWide: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-sender-certificate-name-too-wide",
        severity: .warning,
        title: "An inbound connector's wildcard takes in another connector's certificates",
        rationale: """
            A wildcard in TlsSenderCertificateName takes in every server that presents a certificate below that domain. \
            Exchange Online's product team warns that mail of other systems is then attributed to the wrong connector. \
            The Hybrid Configuration Wizard writes such wildcards itself, so one alone is no fault.
            """,
        remedy: "let the connector look for the name of its own certificate",
        citations: [Citation.relayRequirements, Citation.setInboundConnector],
        certainty: .stated,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.onPremisesInbound.compactMap { connector in
            guard let name = connector.tlsSenderCertificateName.value?.lowercased(), name.hasPrefix("*.")
            else {
                return nil
            }
            let domain = name.dropFirst(2)
            if PublicSuffixes.contains(domain.split(separator: ".", omittingEmptySubsequences: false)) {
                return finding(
                    """
                    inbound connector "\(connector.name)" looks for \(name): anybody can register names below \(domain)
                    """,
                    about: .inboundConnector(connector.name),
                    certainty: .inferred
                )
            }
            let others = situation.inventory.inboundConnectors.filter { other in
                guard other.isEnabled != false, other.name != connector.name,
                    let below = other.tlsSenderCertificateName.value?.lowercased()
                else { return false }
                return below != name && below.hasSuffix(name.dropFirst())
            }
            guard !others.isEmpty else { return nil }
            let list = others.map { "\"\($0.name)\" (\($0.tlsSenderCertificateName.value ?? ""))" }
            return finding(
                """
                inbound connector "\(connector.name)" looks for \(name), which takes in the certificates that \
                \(Evidence.list(list)) \(others.count == 1 ? "is" : "are") meant for
                """,
                concerns: ([connector] + others).map { .inboundConnector($0.name) }
            )
        }
    }
}
