import ChainKit

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

    /// The certificates of which one is presented, as far as any is; empty where the server's store is not known.
    var possible: [SelectionCandidate] {
        guard store.gap == nil else { return [] }
        return switch choice.outcome {
        case .presented(let candidate): [candidate]
        case .undetermined(let candidates, _): candidates
        case .none: []
        }
    }

    /// The certificate that is presented, as far as anything is: nil where it may be one of several.
    var onlyPossible: InstalledCertificate? { possible.count == 1 ? possible.first?.installed : nil }

    /// Whether nothing is presented, and that is known.
    var isWithoutCertificate: Bool {
        if case .none = choice.outcome { true } else { false }
    }

    /// Certificates that the selection would take but for their private key, which the server lacks.
    var withoutPrivateKey: [SelectionCandidate] {
        isWithoutCertificate && !isWithoutTls ? choice.withoutPrivateKey : []
    }

    /// "presents", as sure as the choice is.
    var presents: String { choice.certainty.says("presents", infinitive: "present") }

    /// Whether the exports say that the connector uses no TLS at all.
    var isWithoutTls: Bool {
        switch connector {
        case .send(let connector): connector.ignoreSTARTTLS == true
        case .receive(let connector): connector.lacksTls
        }
    }

    /// Whether its mail stops.
    var isBroken: Bool { outcome.isStops }

    /// Whether the exports do not suffice to say what becomes of its mail.
    var isUnsettled: Bool { outcome.isUndetermined }
}
