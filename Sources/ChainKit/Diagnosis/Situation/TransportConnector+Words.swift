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
