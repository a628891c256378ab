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
