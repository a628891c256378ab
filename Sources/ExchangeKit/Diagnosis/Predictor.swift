import ChainKit

/// Puts each connector of an inventory to the selection that it takes part in.
struct Predictor: Sendable {
    let inventory: ExchangeInventory
    let judgements: CertificateJudgements
    let time: Instant
    let stores: ServerStores
    let mailFlow: HybridMailFlow
    let judge: OnlineJudge

    init(inventory: ExchangeInventory, judgements: CertificateJudgements, time: Instant) {
        self.inventory = inventory
        self.judgements = judgements
        self.time = time
        stores = ServerStores(inventory)
        mailFlow = HybridMailFlow(inventory, stores)
        judge = OnlineJudge(judgements: judgements, names: OnlineNames(inventory))
    }

    /// What a Receive connector presents.
    func predict(_ connector: ReceiveConnector) -> ConnectorPrediction {
        let server = connector.server.map(stores.fullName) ?? onlyServer
        return predict(.receive(connector), on: server, mailFlow.part(of: connector))
    }

    /// What a Send connector presents, for each server that it sends from.
    func predictions(_ connector: SendConnector) -> [ConnectorPrediction] {
        let named = (connector.sourceTransportServers.value ?? []).map(stores.fullName)
        let part = mailFlow.part(of: connector)
        // Where the connector does not say from which servers it sends, the hybrid configuration may.
        let others = (part.isHybrid ? mailFlow.sendingServers : nil) ?? stores.all
        let servers: [String?] = named.isEmpty ? others : named
        return (servers.isEmpty ? [nil] : servers).map { predict(.send(connector), on: $0, part) }
    }

    /// What a connector presents on a server that has certain certificates.
    ///
    /// `store` holds the server's certificates; nil stands for those that were exported of it.
    func predict(
        _ connector: TransportConnector,
        on server: String?,
        _ part: HybridPart,
        store: [InstalledCertificate]? = nil
    ) -> ConnectorPrediction {
        let candidates = candidates(store ?? stores.certificates(of: server))
        let fqdn = server.flatMap(stores.fqdn)
        func outcome(from knowledge: StoreKnowledge) -> ConnectorPrediction.Outcome {
            let choice =
                switch connector {
                case .receive(let connector):
                    InboundStartTlsSelection().choose(
                        for: connector,
                        serverFqdn: fqdn,
                        among: candidates,
                        from: knowledge,
                        at: time
                    )
                case .send(let connector):
                    OutboundTlsSelection().choose(
                        for: connector,
                        serverFqdn: fqdn,
                        among: candidates,
                        from: knowledge,
                        at: time
                    )
                }
            return ConnectorPrediction.Outcome(
                choice: choice,
                acceptance: judge.acceptance(of: choice, as: connector.role, part: part)
            )
        }
        let knowledge = stores.knowledge(of: server)
        let known = outcome(from: knowledge)
        // What a gate decides holds whatever is in the store.
        if let gap = knowledge.gap, case .undetermined = known.choice.outcome {
            var trial: ConnectorPrediction.Outcome?
            // Certificates of several files need not be those of one server.
            if case .assumed = knowledge, stores.unnamedFiles == 1, server != nil {
                trial = outcome(from: .exported)
            }
            return ConnectorPrediction(
                connector: connector,
                server: server,
                part: part,
                choice: known.choice,
                acceptance: part.isHybrid ? .unknown(gap) : .notConcerned,
                store: knowledge,
                trial: trial
            )
        }
        return ConnectorPrediction(
            connector: connector,
            server: server,
            part: part,
            choice: known.choice,
            acceptance: known.acceptance,
            store: .exported,
            trial: nil
        )
    }

    /// What a server presents for X-ANONYMOUSTLS.
    func predict(_ server: TransportServer) -> InternalTransportPrediction {
        InternalTransportPrediction(
            server: server,
            choice: InternalTransportSelection().choose(
                for: server.internalTransportCertificateThumbprint,
                among: candidates(stores.certificates(of: stores.fullName(of: server.name))),
                from: stores.knowledge(of: server.name),
                at: time
            )
        )
    }

    /// The one server that there is, nil where there are several or none.
    private var onlyServer: String? { stores.all.count == 1 ? stores.all[0] : nil }

    private func candidates(_ store: [InstalledCertificate]) -> [SelectionCandidate] {
        store.map { SelectionCandidate($0, standing: judgements.standing(of: $0)) }
    }
}

extension ServerStores {
    /// What is known of a server's store, in words where it is not known.
    func knowledge(of server: String?) -> StoreKnowledge {
        switch (coverage(of: server), server) {
        case (.exported, _): .exported
        case (.ambiguous, let server?):
            .assumed(
                "the certificates given name no server, and \(server) is one of \(all.count) that may be meant"
            )
        case (.ambiguous, nil):
            .assumed(
                "the connector names no server, and the exports name \(all.count): \(Evidence.list(all))"
            )
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
