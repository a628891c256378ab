/// Puts each connector of an inventory to the selection that it takes part in.
struct Predictor: Sendable {
    let inventory: ExchangeInventory
    let judgements: CertificateJudgements
    let time: Instant
    private let stores: ServerStores
    private let judge: OnlineJudge

    init(inventory: ExchangeInventory, judgements: CertificateJudgements, time: Instant) {
        self.inventory = inventory
        self.judgements = judgements
        self.time = time
        stores = ServerStores(inventory)
        judge = OnlineJudge(judgements: judgements)
    }

    /// What a Receive connector presents.
    func predict(_ connector: ReceiveConnector) -> ConnectorPrediction {
        let server = connector.server.map(stores.fullName) ?? onlyServer
        let choice = InboundStartTlsSelection().choose(
            for: connector,
            serverFqdn: server.flatMap(stores.fqdn),
            among: candidates(on: server),
            at: time
        )
        return prediction(.receive(connector), server, HybridPart(connector), choice)
    }

    /// What a Send connector presents, for each server that it sends from.
    func predictions(_ connector: SendConnector) -> [ConnectorPrediction] {
        let named = (connector.sourceTransportServers.value ?? []).map(stores.fullName)
        let servers: [String?] = named.isEmpty ? stores.all.map { $0 } : named
        return (servers.isEmpty ? [nil] : servers).map { server in
            let choice = OutboundTlsSelection().choose(
                for: connector,
                serverFqdn: server.flatMap(stores.fqdn),
                among: candidates(on: server),
                at: time
            )
            return prediction(.send(connector), server, HybridPart(connector), choice)
        }
    }

    /// What a server presents for X-ANONYMOUSTLS.
    func predict(_ server: TransportServer) -> InternalTransportPrediction {
        InternalTransportPrediction(
            server: server,
            choice: InternalTransportSelection().choose(
                for: server.internalTransportCertificateThumbprint,
                among: candidates(on: stores.fullName(of: server.name)),
                at: time
            )
        )
    }

    /// The one server that there is, nil where there are several or none.
    private var onlyServer: String? { stores.all.count == 1 ? stores.all[0] : nil }

    private func candidates(on server: String?) -> [SelectionCandidate] {
        stores.certificates(of: server).map {
            SelectionCandidate($0, standing: judgements.standing(of: $0))
        }
    }

    private func prediction(
        _ connector: TransportConnector,
        _ server: String?,
        _ part: HybridPart,
        _ choice: CertificateChoice
    ) -> ConnectorPrediction {
        ConnectorPrediction(
            connector: connector,
            server: server,
            part: part,
            choice: choice,
            acceptance: judge.acceptance(of: choice, as: connector.role, part: part)
        )
    }
}
