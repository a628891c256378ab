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
