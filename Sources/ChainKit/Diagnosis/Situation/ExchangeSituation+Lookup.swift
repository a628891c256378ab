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
        inventory.sendConnectors.filter { $0.isEnabled != false }.map { (.send($0), HybridPart($0)) }
            + inventory.receiveConnectors.filter { $0.isEnabled != false }.map {
                (.receive($0), HybridPart($0))
            }
    }

    /// Whether anything exported belongs to a hybrid organization.
    var isHybrid: Bool {
        inventory.hybridConfiguration != nil || settings.contains { $0.part.isHybrid }
            || !onPremisesInbound.isEmpty || !onPremisesOutbound.isEmpty
    }

    /// Exchange Online's inbound connectors in use for mail from our servers.
    var onPremisesInbound: [InboundConnector] {
        inventory.inboundConnectors.filter { $0.isEnabled != false && $0.isOnPremises }
    }

    /// Exchange Online's outbound connectors in use for mail to our servers.
    var onPremisesOutbound: [OutboundConnector] {
        inventory.outboundConnectors.filter { $0.isEnabled != false && $0.isOnPremises }
    }

    /// The certificates of a server's store, as far as they were exported.
    func store(of server: String?) -> [InstalledCertificate] {
        stores.certificates(of: server)
    }

    /// Certificates that Exchange Online accepts in the place of the one that a connector presents.
    ///
    /// Those that would be chosen next come first, then those that have SMTP, then those that end last.
    func acceptable(insteadOf prediction: ConnectorPrediction) -> [InstalledCertificate] {
        let judge = OnlineJudge(judgements: judgements)
        let role = prediction.connector.role
        let next = prediction.choice.runnersUp.map(\.installed)
        let others = store(of: prediction.server).filter { !next.contains($0) }.sorted { one, other in
            if one.hasSmtp != other.hasSmtp { return one.hasSmtp }
            return (one.validUntil?.seconds ?? .min) > (other.validUntil?.seconds ?? .min)
        }
        let presented = prediction.onlyPossible
        return (next + others).filter {
            $0 != presented && $0.hasPrivateKey != false && judge.acceptance(of: $0, as: role).isAccepted
        }
    }
}
