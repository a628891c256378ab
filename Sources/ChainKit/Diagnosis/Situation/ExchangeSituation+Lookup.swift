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
        ServerNames(inventory).certificates(of: server, in: inventory)
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
        let presented = prediction.choice.presented?.installed
        return (next + others).filter {
            $0 != presented && $0.hasPrivateKey != false && judge.acceptance(of: $0, as: role).isAccepted
        }
    }
}

extension ConnectorPrediction {
    /// Whether the connector is not switched off.
    var isInUse: Bool { connector.isEnabled != false }

    /// The connector in words, with the server where it does not name it.
    var label: String {
        guard case .send = connector, let server else { return connector.label }
        return "\(connector.label) on \(server)"
    }

    /// The connector as what a finding is about.
    var concern: ExchangeFinding.Concern {
        switch connector {
        case .send(let connector): .sendConnector(connector.name, server: server)
        case .receive(let connector): .receiveConnector(connector.identity)
        }
    }

    /// The certificates that may be presented.
    var possible: [SelectionCandidate] {
        switch choice.outcome {
        case .presented(let candidate): [candidate]
        case .undetermined(let candidates, _): candidates
        case .none: []
        }
    }

    /// Whether the exports say that the connector uses no TLS at all.
    var isWithoutTls: Bool {
        switch connector {
        case .send(let connector): connector.ignoreSTARTTLS == true
        case .receive(let connector): connector.lacksTls
        }
    }
}

extension TransportConnector {
    /// The connector in words.
    var label: String {
        switch self {
        case .send(let connector): "Send connector \"\(connector.name)\""
        case .receive(let connector): "Receive connector \"\(connector.identity)\""
        }
    }

    /// The connector as what a finding is about, on no server in particular.
    var concern: ExchangeFinding.Concern {
        switch self {
        case .send(let connector): .sendConnector(connector.name, server: nil)
        case .receive(let connector): .receiveConnector(connector.identity)
        }
    }
}

extension ReceiveConnector {
    /// Whether the export says that Tls is not among its mechanisms.
    var lacksTls: Bool {
        switch authMechanism {
        case .notExported: false
        case .empty: true
        case .value(let words): !words.contains { $0.lowercased() == "tls" }
        }
    }
}

extension OnlineAcceptance {
    /// Whether nothing is known to speak against the certificate.
    var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }
}

extension InboundConnector {
    /// Whether it is for mail from our own servers.
    var isOnPremises: Bool { connectorType?.lowercased() == "onpremises" }
}

extension OutboundConnector {
    /// Whether it is for mail to our own servers.
    var isOnPremises: Bool { connectorType?.lowercased() == "onpremises" }
}
