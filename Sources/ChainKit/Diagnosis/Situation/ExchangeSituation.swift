/// An organisation's mail transport at one instant: what was exported, what is predicted of it, how it is judged.
///
/// What the rules of the diagnosis look at. No file, no clock.
public struct ExchangeSituation: Sendable {
    /// What was exported.
    public let inventory: ExchangeInventory
    /// The instant.
    public let time: Instant
    /// What the audit says of each installed certificate whose octets are known.
    public let judgements: CertificateJudgements
    /// One prediction for each Receive connector.
    public internal(set) var inbound: [ConnectorPrediction]
    /// One prediction for each Send connector and server that it sends from.
    public internal(set) var outbound: [ConnectorPrediction]
    /// One prediction for each server's internal transport certificate.
    public let internalTransport: [InternalTransportPrediction]

    /// Which certificates stand in the store of each server.
    let stores: ServerStores
    /// Which connectors Exchange Online meets.
    let mailFlow: HybridMailFlow
    /// What would be presented after a change.
    let predictor: Predictor
    /// Every connector in use that names its certificate, for each server.
    ///
    /// Nine rules look at them, and to hold a name against a store is what costs most of a diagnosis.
    private(set) var pinnedNames: [PinnedName] = []

    init(
        inventory: ExchangeInventory,
        time: Instant,
        judgements: CertificateJudgements,
        inbound: [ConnectorPrediction],
        outbound: [ConnectorPrediction],
        internalTransport: [InternalTransportPrediction],
        predictor: Predictor
    ) {
        self.inventory = inventory
        self.time = time
        self.judgements = judgements
        self.inbound = inbound
        self.outbound = outbound
        self.internalTransport = internalTransport
        self.predictor = predictor
        stores = predictor.stores
        mailFlow = predictor.mailFlow
        pinnedNames = connectorsInUse.compactMap { PinnedName($0, in: self) }
    }

    /// All predictions of connectors.
    public var connectors: [ConnectorPrediction] { outbound + inbound }
}

/// What one connector presents on one server.
public struct ConnectorPrediction: Sendable, Hashable {
    /// The connector.
    public let connector: TransportConnector
    /// The server, nil where the exports do not say.
    public let server: String?
    /// What the connector has to do with Exchange Online.
    public let part: HybridPart
    /// The certificate, and how it was chosen.
    public let choice: CertificateChoice
    /// What Exchange Online makes of the certificate.
    public internal(set) var acceptance: OnlineAcceptance
    /// What is known of the store that the choice depends on.
    public let store: StoreKnowledge
    /// What comes of it if the certificates that name no server are this server's; nil where nothing is assumed.
    public let trial: Outcome?
    /// What becomes of the connector's mail.
    public internal(set) var outcome: ConnectorOutcome = .notConcerned

    /// A choice, and what Exchange Online makes of it.
    public struct Outcome: Sendable, Hashable {
        /// The certificate, and how it was chosen.
        public let choice: CertificateChoice
        /// What Exchange Online makes of the certificate.
        public let acceptance: OnlineAcceptance
    }
}

/// What a server presents for X-ANONYMOUSTLS.
public struct InternalTransportPrediction: Sendable, Hashable {
    /// The server.
    public let server: TransportServer
    /// The certificate, and how it was found.
    public let choice: InternalTransportChoice
}
