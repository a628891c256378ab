public import ChainKit

/// An organisation's mail transport at one instant: what was exported, what is predicted of it, how it is
/// judged.
///
/// What the rules of the diagnosis look at. No file, no clock.
public struct ExchangeSituation: Sendable {
    /// What was exported.
    public let inventory: ExchangeInventory
    /// The instant.
    public let time: Instant
    /// What the audit says of each installed certificate whose octets are known.
    package let judgements: CertificateJudgements
    /// One prediction for each Receive connector.
    public internal(set) var inbound: [ConnectorPrediction]
    /// One prediction for each Send connector and server that it sends from.
    public internal(set) var outbound: [ConnectorPrediction]
    /// One prediction for each server's internal transport certificate.
    package let internalTransport: [InternalTransportPrediction]

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
    package let part: HybridPart
    /// The certificate, and how it was chosen.
    public let choice: CertificateChoice
    /// What Exchange Online makes of the certificate.
    public internal(set) var acceptance: OnlineAcceptance
    /// What is known of the store that the choice depends on.
    package let store: StoreKnowledge
    /// What comes of it if the certificates that name no server are this server's; nil where nothing is
    /// assumed.
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
package struct InternalTransportPrediction: Sendable, Hashable {
    /// The server.
    package let server: TransportServer
    /// The certificate, and how it was found.
    package let choice: InternalTransportChoice
}

extension ExchangeSituation {
    /// Send connectors in use that carry mail to Exchange Online, one prediction for each server.
    var hybridSending: [ConnectorPrediction] { outbound.filter { $0.isInUse && $0.part.isHybrid } }

    /// Receive connectors in use that take mail from Exchange Online.
    var hybridReceiving: [ConnectorPrediction] { inbound.filter { $0.isInUse && $0.part.isHybrid } }

    /// Every connector of the hybrid mail flow.
    var hybridConnectors: [ConnectorPrediction] { hybridSending + hybridReceiving }

    /// Predictions of all connectors in use.
    var connectorsInUse: [ConnectorPrediction] { connectors.filter(\.isInUse) }

    /// Every connector in use once, however many servers it sends from, with what it has to do with Exchange
    /// Online.
    var settings: [(connector: TransportConnector, part: HybridPart)] {
        inventory.sendConnectors.filter { $0.isEnabled != false }.map { (.send($0), mailFlow.part(of: $0)) }
            + inventory.receiveConnectors.filter { $0.isEnabled != false }.map {
                (.receive($0), mailFlow.part(of: $0))
            }
    }

    /// Whether anything exported belongs to a hybrid organization.
    var isHybrid: Bool {
        inventory.hybridConfiguration != nil || settings.contains { $0.part.isHybrid }
            || !onPremisesInbound.isEmpty || !onPremisesOutbound.isEmpty
    }

    /// What Exchange Online's connectors look for in our certificates.
    var onlineNames: OnlineNames { predictor.judge.names }

    /// Exchange Online's inbound connectors in use for mail from our servers.
    var onPremisesInbound: [InboundConnector] { onlineNames.inbound }

    /// Exchange Online's outbound connectors in use for mail to our servers.
    var onPremisesOutbound: [OutboundConnector] { onlineNames.outbound }

    /// The certificates of a server's store, as far as they were exported.
    func store(of server: String?) -> [InstalledCertificate] {
        stores.certificates(of: server)
    }
}

// Which certificate a remedy may name: one that the connector presents then, and that passes.
extension ExchangeSituation {
    /// The certificate to name in a connector's TlsCertificateName instead of what it presents, nil where
    /// none is fit.
    ///
    /// Those that would be chosen next come first, then those that have SMTP, then those that end last. A
    /// candidate counts only if the selection, run again with its name in the connector, ends with it.
    func replacement(
        for prediction: ConnectorPrediction,
        where isWanted: (InstalledCertificate) -> Bool = { _ in true }
    ) -> InstalledCertificate? {
        let next = prediction.choice.runnersUp.map(\.installed)
        let others = store(of: prediction.server).filter { !next.contains($0) }.sorted { one, other in
            if one.hasSmtp != other.hasSmtp { return one.hasSmtp }
            return (one.validUntil?.seconds ?? .min) > (other.validUntil?.seconds ?? .min)
        }
        let presented = prediction.onlyPossible
        return (next + others).prefix(Self.mostCandidates).first {
            $0 != presented && isWanted($0) && isFit($0, for: prediction)
        }
    }

    /// Whether a connector that names a certificate presents it, and nothing speaks against it.
    func isFit(_ installed: InstalledCertificate, for prediction: ConnectorPrediction) -> Bool {
        guard let name = TlsCertificateName(installed), !isOver(installed) else { return false }
        var store = store(of: prediction.server)
        // The remedy assigns SMTP where the certificate lacks it.
        for index in store.indices where store[index] == installed {
            store[index].services = store[index].services?.union(.smtp)
        }
        let after = predictor.predict(
            prediction.connector.naming(name.text),
            on: prediction.server,
            prediction.part,
            store: store
        )
        guard after.choice.presented?.installed.thumbprint == installed.thumbprint else { return false }
        return !prediction.part.isHybrid || after.acceptance.isAccepted
    }

    /// What names a certificate in a connector: nothing where the certificate is not fit for it.
    func pinning(_ prediction: ConnectorPrediction, to installed: InstalledCertificate?) -> [Remedy] {
        guard let installed, isFit(installed, for: prediction) else { return [] }
        return [.pin(prediction.connector, to: installed, on: prediction.server)]
    }

    private func isOver(_ installed: InstalledCertificate) -> Bool {
        installed.validUntil.map { $0 < time } ?? false
    }

    /// Certificates of one server that are tried: a store of thousands is a mistake, and each costs a
    /// selection.
    private static let mostCandidates = 50
}

extension TransportConnector {
    /// The connector with another TlsCertificateName.
    func naming(_ name: String) -> TransportConnector {
        switch self {
        case .send(var connector):
            connector.tlsCertificateName = .value(name)
            return .send(connector)
        case .receive(var connector):
            connector.tlsCertificateName = .value(name)
            return .receive(connector)
        }
    }
}

/// Certificates that name no server, where the exports name several that they may be from.
package struct ServerQuestion: Sendable, Hashable {
    /// The files that the certificates stand in.
    package let files: [String]
    /// The servers that may be meant, by their names.
    package let servers: [String]
}

extension ExchangeSituation {
    /// The question which server unnamed certificates are from, nil where it does not arise.
    package var serverQuestion: ServerQuestion? {
        let servers = stores.all.filter { stores.coverage(of: $0) == .ambiguous }
        var files: [String] = []
        for installed in inventory.certificates where installed.server == nil && !installed.isOnlyConsidered {
            if !files.contains(installed.place.path) { files.append(installed.place.path) }
        }
        return servers.isEmpty ? nil : ServerQuestion(files: files, servers: servers)
    }
}
