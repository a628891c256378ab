extension ExchangeSituation {
    /// Send connectors in use that carry mail to Exchange Online, one prediction for each server.
    var hybridSending: [ConnectorPrediction] { outbound.filter { $0.isInUse && $0.part.isHybrid } }

    /// Receive connectors in use that take mail from Exchange Online.
    var hybridReceiving: [ConnectorPrediction] { inbound.filter { $0.isInUse && $0.part.isHybrid } }

    /// Every connector of the hybrid mail flow.
    var hybridConnectors: [ConnectorPrediction] { hybridSending + hybridReceiving }

    /// Predictions of all connectors in use.
    var connectorsInUse: [ConnectorPrediction] { connectors.filter(\.isInUse) }

    /// Every connector in use once, however many servers it sends from, with what it has to do with Exchange Online.
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
