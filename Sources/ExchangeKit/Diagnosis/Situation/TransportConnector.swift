public import ChainKit

/// A connector of either direction.
public enum TransportConnector: Sendable, Hashable {
    case send(SendConnector)
    case receive(ReceiveConnector)

    /// The name by which cmdlets know it.
    public var identity: String {
        switch self {
        case .send(let connector): connector.name
        case .receive(let connector): connector.identity
        }
    }

    /// As which side of TLS the certificate is presented.
    public var role: TransportRole {
        switch self {
        case .send: .client
        case .receive: .server
        }
    }

    /// The certificate that it is pinned to.
    public var tlsCertificateName: Setting<String> {
        switch self {
        case .send(let connector): connector.tlsCertificateName
        case .receive(let connector): connector.tlsCertificateName
        }
    }

    /// The name that it gives in EHLO or its banner.
    public var fqdn: Setting<String> {
        switch self {
        case .send(let connector): connector.fqdn
        case .receive(let connector): connector.fqdn
        }
    }

    /// Whether it is in use, nil where the export does not say.
    public var isEnabled: Bool? {
        switch self {
        case .send(let connector): connector.isEnabled
        case .receive(let connector): connector.isEnabled
        }
    }

    /// Where it was read.
    public var place: ExchangeObjectPlace {
        switch self {
        case .send(let connector): connector.place
        case .receive(let connector): connector.place
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
