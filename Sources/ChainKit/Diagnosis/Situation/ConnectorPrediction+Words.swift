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

    /// "presents", as sure as the choice is.
    var presents: String { choice.certainty.says("presents", infinitive: "present") }

    /// Whether the exports say that the connector uses no TLS at all.
    var isWithoutTls: Bool {
        switch connector {
        case .send(let connector): connector.ignoreSTARTTLS == true
        case .receive(let connector): connector.lacksTls
        }
    }

    /// Whether what is presented, or what becomes of it, cannot be told.
    var isUnsettled: Bool {
        if case .undetermined = choice.outcome { return true }
        if case .unknown = acceptance { return true }
        return false
    }
}
