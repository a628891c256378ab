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
        guard best.count == 1, let kind = best.first?.0 else { return nil }
        // A name of a domain alone is a property of many objects, such as lists of permissions.
        if kind == .acceptedDomain, most == 1, !object.properties.allSatisfy({ isOfDomain($0.name) }) {
            return nil
        }
        return kind
    }

    /// Whether Get-AcceptedDomain gives a property of this name.
    private static func isOfDomain(_ name: String) -> Bool {
        [
            "domainname", "name", "identity", "default", "guid", "id", "isvalid", "pscomputername",
            "runspaceid",
        ]
        .contains(name.lowercased())
    }

    /// What an object of no kind is called in a report.
    static func description(of object: ExportedObject) -> String {
        if let type = object.typeNames.first { return type }
        let names = object.properties.prefix(4).map(\.name)
        return names.isEmpty
            ? "an object without properties" : "an object with " + names.joined(separator: ", ")
    }
}
