import ExchangeExports

/// The cmdlets whose objects are read.
///
/// CliXML names types; the other formats do not, and there the properties tell.
enum ExportedKind: String, Sendable, Hashable, CaseIterable {
    case exchangeCertificate = "Get-ExchangeCertificate"
    /// A certificate of PowerShell's drive of certificates, which knows nothing of Exchange.
    case storeCertificate = "Get-ChildItem Cert:"
    case sendConnector = "Get-SendConnector"
    case receiveConnector = "Get-ReceiveConnector"
    case acceptedDomain = "Get-AcceptedDomain"
    case hybridConfiguration = "Get-HybridConfiguration"
    case transportServer = "Get-TransportService"
    case exchangeServer = "Get-ExchangeServer"
    case inboundConnector = "Get-InboundConnector"
    case outboundConnector = "Get-OutboundConnector"

    /// Whether its objects are certificates.
    var isCertificate: Bool { self == .exchangeCertificate || self == .storeCertificate }

    /// Nil for an object that is not read here, or whose properties would fit several cmdlets.
    init?(_ object: ExportedObject) {
        for type in object.typeNames {
            if let kind = Self.types[Self.shortName(of: type)] {
                self = kind
                return
            }
        }
        // A type that is named and not known stays unknown, unless it is a selection of properties or a line of a table.
        let isNamed = object.typeNames.contains { $0.hasPrefix("Microsoft.") }
        guard !isNamed, let kind = Self.kind(by: object) else { return nil }
        self = kind
    }

    /// The last part of each type's name.
    private static let types: [String: ExportedKind] = [
        "ExchangeCertificate": .exchangeCertificate, "X509Certificate2": .storeCertificate,
        "SmtpSendConnectorConfig": .sendConnector, "ReceiveConnector": .receiveConnector,
        "AcceptedDomain": .acceptedDomain, "HybridConfiguration": .hybridConfiguration,
        "TransportServer": .transportServer, "FrontendTransportServer": .transportServer,
        "MailboxTransportServer": .transportServer, "ExchangeServer": .exchangeServer,
        "TenantInboundConnector": .inboundConnector, "InboundConnector": .inboundConnector,
        "TenantOutboundConnector": .outboundConnector, "OutboundConnector": .outboundConnector,
    ]

    private static func shortName(of type: String) -> String {
        let name = type.split(separator: "`").first ?? ""
        return name.split(separator: ".").last.map(String.init) ?? type
    }
}

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
