/// The steps of the selection for X-ANONYMOUSTLS, in Microsoft's order.
enum InternalTransportStep: String, Sendable, CaseIterable {
    case exchangeServerIsOffered = "auth-mechanism-contains-exchange-server"
    case thumbprint = "internal-transport-thumbprint"
    case store = "thumbprint-in-store"
    case expiry = "expiry-of-internal-transport-certificate"

    /// What the step does, as a sentence without a full stop.
    var title: String {
        switch self {
        case .exchangeServerIsOffered:
            "X-ANONYMOUSTLS is offered only if the connector's AuthMechanism contains ExchangeServer"
        case .thumbprint: "The thumbprint is read from the server's InternalTransportCertificateThumbprint"
        case .store:
            "The certificate with that thumbprint is looked up in the Personal store; no name plays a part"
        case .expiry: "The certificate's expiry is checked; an expired one is used all the same"
        }
    }

    /// How sure it is that Exchange does so.
    var certainty: Certainty { .documented }
    /// Where it stands written.
    var source: String { Citation.anonymousSelection }
}
