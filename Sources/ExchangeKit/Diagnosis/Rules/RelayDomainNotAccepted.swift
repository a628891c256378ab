import ChainKit

/// Flags certificates presented to Exchange Online whose names belong to no accepted domain.
struct RelayDomainNotAccepted: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "relay-domain-not-accepted",
        severity: .warning,
        title: "No name of the certificate presented belongs to an accepted domain",
        rationale: """
            Mail that the organization relays to the Internet through Exchange Online passes only where the domain of \
            the certificate, or the domain of the sender's address in MAIL FROM, is an accepted domain. The senders \
            cannot be told from what was exported. Microsoft has announced that certificates without an accepted domain \
            may stop working for connectors.
            """,
        remedy: "use a certificate with a name of an accepted domain, or add its domain to the accepted ones",
        citations: [
            Citation.relayRequirements, Citation.onPremisesConnectors, Citation.certificateBasedRelay,
        ],
        certainty: .stated,
        expectedError: "550 5.7.64 Relay Access Denied ATTR36, for senders of other domains",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        guard let domains = AcceptedDomains(situation.inventory.acceptedDomains) else { return [] }
        return situation.hybridSending.compactMap { prediction in
            guard let installed = prediction.onlyPossible,
                let names = installed.transportNames, !names.isEmpty,
                !names.contains(where: domains.covers)
            else { return nil }
            return finding(
                """
                \(prediction.label) \(prediction.presents) \
                \(installed.thumbprint) with the names \(Evidence.list(names)), none of which belongs to an accepted \
                domain
                """,
                about: prediction.concern,
                .certificate(installed.thumbprint),
                certainty: max(Self.metadata.certainty, prediction.choice.certainty)
            )
        }
    }
}
