public import ChainKit

/// All rules of the diagnosis, in the order of their ids.
///
/// Four things that administrators meet cannot be told from such an inventory, and no rule speaks of them: that two
/// forests have certificates of the same issuer and name, which would need the exports of both; that a server does not
/// trust the root of Exchange Online's own certificate, and that it speaks old versions of TLS only, which stand in the
/// server's registry and store of roots; and what error messages without a certificate behind them mean.
public enum ExchangeRuleRegistry {
    static let all: [any ExchangeRule] = [
        AmbiguousDate(),
        CloudServicesMailDisabled(),
        ConnectorDiffersFromHybridConfiguration(),
        ConnectorTlsCertificateNameTooLong(),
        ConnectorWithoutName(),
        EmbeddedWildcard(),
        HybridConfigurationWithoutCertificate(),
        HybridMailWithoutRequireTls(),
        HybridServersDiffer(),
        InternalTransportCertificateUnusable(),
        IssuerRotated(),
        NoCertificateForName(),
        PartnerSwitchOnOnPremisesConnector(),
        PinnedCertificateUnusable(),
        PinnedCertificateWithoutSmtp(),
        PinnedNameWithoutSubject(),
        PresentedCertificateRefused(),
        ReceiveConnectorWithoutTls(),
        RelayDomainNotAccepted(),
        ServerCertificatesNotExported(),
        ServerLacksPrivateKey(),
        SeveralCertificatesMatch(),
        SeveralCertificatesOfPinnedName(),
        TlsAuthLevelUnsuitable(),
        TlsCertificateNameDangling(),
        TlsCertificateNameMalformed(),
        TlsCertificateNameNearlyMatches(),
        TlsCertificateNameWithoutRequireTls(),
        TlsDomainCapabilitiesMissing(),
        TlsDomainNotPresented(),
        TlsSenderCertificateNameNotAccepted(),
        TlsSenderCertificateNameNotPresented(),
        TlsSenderCertificateNameTooWide(),
        UntrustedCertificateWins(),
    ]

    /// Ids of rules that are gone, so that none is ever used again.
    static let retired: [String] = []

    /// What is to be known of every rule, in the order of their ids.
    public static let documentation: [RuleMetadata] = all.map { type(of: $0).metadata }

    /// What every rule finds, gravest first, then in the order of ids.
    static func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let findings = all.flatMap { $0.findings(in: situation) }
        return findings.enumerated().sorted { one, other in
            one.element.severity != other.element.severity
                ? one.element.severity > other.element.severity : one.offset < other.offset
        }.map(\.element)
    }
}
