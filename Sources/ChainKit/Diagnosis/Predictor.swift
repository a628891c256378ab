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
        return prediction(.receive(connector), server, HybridPart(connector)) { store in
            InboundStartTlsSelection().choose(
                for: connector,
                serverFqdn: server.flatMap(stores.fqdn),
                among: candidates(on: server),
                from: store,
                at: time
            )
        }
    }

    /// What a Send connector presents, for each server that it sends from.
    func predictions(_ connector: SendConnector) -> [ConnectorPrediction] {
        let named = (connector.sourceTransportServers.value ?? []).map(stores.fullName)
        let servers: [String?] = named.isEmpty ? stores.all.map { $0 } : named
        return (servers.isEmpty ? [nil] : servers).map { server in
            prediction(.send(connector), server, HybridPart(connector)) { store in
                OutboundTlsSelection().choose(
                    for: connector,
                    serverFqdn: server.flatMap(stores.fqdn),
                    among: candidates(on: server),
                    from: store,
                    at: time
                )
            }
        }
    }

    /// What a server presents for X-ANONYMOUSTLS.
    func predict(_ server: TransportServer) -> InternalTransportPrediction {
        InternalTransportPrediction(
            server: server,
            choice: InternalTransportSelection().choose(
                for: server.internalTransportCertificateThumbprint,
                among: candidates(on: stores.fullName(of: server.name)),
                from: stores.knowledge(of: server.name),
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
        _ choose: (StoreKnowledge) -> CertificateChoice
    ) -> ConnectorPrediction {
        func outcome(from store: StoreKnowledge) -> ConnectorPrediction.Outcome {
            let choice = choose(store)
            return ConnectorPrediction.Outcome(
                choice: choice,
                acceptance: judge.acceptance(of: choice, as: connector.role, part: part)
            )
        }
        let store = stores.knowledge(of: server)
        let choice = choose(store)
        // What a gate decides holds whatever is in the store.
        if let gap = store.gap, case .undetermined = choice.outcome {
            var trial: ConnectorPrediction.Outcome?
            // Certificates of several files need not be those of one server.
            if case .assumed = store, stores.unnamedFiles == 1, server != nil { trial = outcome(from: .exported) }
            return ConnectorPrediction(
                connector: connector,
                server: server,
                part: part,
                choice: choice,
                acceptance: part.isHybrid ? .unknown(gap) : .notConcerned,
                store: store,
                trial: trial
            )
        }
        return ConnectorPrediction(
            connector: connector,
            server: server,
            part: part,
            choice: choice,
            acceptance: judge.acceptance(of: choice, as: connector.role, part: part),
            store: .exported,
            trial: nil
        )
    }
}

extension ServerStores {
    /// What is known of a server's store, in words where it is not known.
    func knowledge(of server: String?) -> StoreKnowledge {
        switch (coverage(of: server), server) {
        case (.exported, _): .exported
        case (.ambiguous, let server?):
            .assumed("the certificates given name no server, and \(server) is one of \(all.count) that may be meant")
        case (.ambiguous, nil):
            .assumed("the connector names no server, and the exports name \(all.count): \(Evidence.list(all))")
        case (.notExported, let server?) where isEdge(server):
            .notExported(
                """
                the certificates of \(server) were not exported: it is an Edge Transport server, so only \
                Get-ExchangeCertificate on \(server) itself lists them
                """
            )
        case (.notExported, let server?): .notExported("the certificates of \(server) were not exported")
        case (.notExported, nil): .notExported("no server's certificates were exported")
        }
    }
}
