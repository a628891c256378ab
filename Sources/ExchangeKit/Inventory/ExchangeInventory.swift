public import ChainKit

/// Everything that an administrator exported, sorted by what it is.
public struct ExchangeInventory: Sendable, Hashable {
    /// Something that could not be read or understood.
    public struct Problem: Sendable, Hashable {
        /// Where it stands.
        public let place: ExchangeObjectPlace
        /// What is wrong, lower case, no full stop.
        public let reason: String
        /// What to do about it, nil where the reason says it.
        public let hint: String?

        /// Puts a problem together.
        public init(_ place: ExchangeObjectPlace, _ reason: String, hint: String? = nil) {
            self.place = place
            self.reason = reason
            self.hint = hint
        }
    }

    /// Certificates, one for each server that has it.
    public var certificates: [InstalledCertificate] = []
    /// Send connectors.
    public var sendConnectors: [SendConnector] = []
    /// Receive connectors.
    public var receiveConnectors: [ReceiveConnector] = []
    /// Accepted domains.
    public var acceptedDomains: [AcceptedDomain] = []
    /// The hybrid configuration, nil where none was exported.
    public var hybridConfiguration: HybridConfiguration?
    /// Transport services.
    public var transportServers: [TransportServer] = []
    /// Servers.
    public var servers: [ExchangeServer] = []
    /// Exchange Online's inbound connectors.
    public var inboundConnectors: [InboundConnector] = []
    /// Exchange Online's outbound connectors.
    public var outboundConnectors: [OutboundConnector] = []
    /// What could not be read.
    public var problems: [Problem] = []

    /// Makes an inventory that holds nothing.
    public init() {}
}

extension ExchangeInventory {
    /// Gives a certificate to the records that know it by its thumbprint only.
    public mutating func supply(_ certificate: Certificate) {
        let thumbprint = certificate.thumbprint.hexadecimal
        for position in certificates.indices
        where certificates[position].certificate == nil && certificates[position].thumbprint == thumbprint {
            certificates[position].take(certificate: certificate)
        }
    }
}

/// A property of an exported object: what it is set to, or that nobody can say.
///
/// An export may leave a property out (a part of a Format-List, an older Exchange). That is not the same as empty, and
/// nothing is concluded from it.
public enum Setting<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The export does not hold the property.
    case notExported
    /// The property is there and holds nothing.
    case empty
    /// The property's value.
    case value(Value)

    /// The value, nil where there is none for either reason.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the export says what the property is, be it nothing.
    public var isKnown: Bool { self != .notExported }

    /// The value as something else; what is empty or unknown stays so.
    public func map<Other>(_ transform: (Value) -> Other) -> Setting<Other> {
        switch self {
        case .notExported: .notExported
        case .empty: .empty
        case .value(let value): .value(transform(value))
        }
    }
}
