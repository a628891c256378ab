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
