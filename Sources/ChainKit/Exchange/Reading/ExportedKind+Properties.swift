import ExchangeExports

extension ExportedKind {
    /// Properties that only one of the cmdlets gives.
    private static let marks: [(kind: ExportedKind, names: [String])] = [
        (
            .exchangeCertificate,
            [
                "CertificateDomains", "RootCAType", "Services", "IsSelfSigned", "PrivateKeyExportable",
                "ServicesStringForm", "Thumbprint", "HasPrivateKey", "RawData",
            ]
        ),
        (
            .sendConnector,
            [
                "AddressSpaces", "SourceTransportServers", "SmartHostsString", "FrontendProxyEnabled",
                "DNSRoutingEnabled", "TlsAuthLevel", "SmartHostAuthMechanism", "IgnoreSTARTTLS",
            ]
        ),
        (
            .receiveConnector,
            [
                "Bindings", "RemoteIPRanges", "PermissionGroups", "AuthMechanism", "TransportRole",
                "TlsDomainCapabilities", "SuppressXAnonymousTls", "ServiceDiscoveryFqdn",
            ]
        ),
        (.acceptedDomain, ["DomainName", "DomainType", "MatchSubDomains"]),
        (
            .hybridConfiguration,
            [
                "SendingTransportServers", "ReceivingTransportServers", "EdgeTransportServers",
                "OnPremisesSmartHost",
            ]
        ),
        (.transportServer, ["InternalTransportCertificateThumbprint", "MaxConnectionRatePerMinute"]),
        (.exchangeServer, ["AdminDisplayVersion", "ServerRole", "Edition"]),
        (
            .inboundConnector,
            [
                "TlsSenderCertificateName", "RestrictDomainsToCertificate", "RestrictDomainsToIPAddresses",
                "SenderIPAddresses", "SenderDomains",
            ]
        ),
        (.outboundConnector, ["TlsSettings", "RecipientDomains", "UseMXRecord", "IsTransportRuleScoped"]),
    ]

    /// The kind with the most marks, nil where there is none or two are alike.
    static func kind(by object: ExportedObject) -> ExportedKind? {
        let counts = marks.map { mark in (mark.kind, mark.names.count { object[$0] != nil }) }
        guard let most = counts.map(\.1).max(), most > 0 else { return nil }
        let best = counts.filter { $0.1 == most }
        return best.count == 1 ? best[0].0 : nil
    }

    /// What an object of no kind is called in a report.
    static func description(of object: ExportedObject) -> String {
        if let type = object.typeNames.first { return type }
        let names = object.properties.prefix(4).map(\.name)
        return names.isEmpty
            ? "an object without properties" : "an object with " + names.joined(separator: ", ")
    }
}
