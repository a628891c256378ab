public import ChainKit

/// What a rule of the diagnosis found in an organisation's mail transport.
public struct ExchangeFinding: Sendable, Hashable {
    /// What a finding is about.
    public enum Concern: Sendable, Hashable {
        /// A Send connector by its name, and the server, where it is about one.
        case sendConnector(String, server: String?)
        /// A Receive connector by its identity.
        case receiveConnector(String)
        /// A connector of Exchange Online by its name.
        case inboundConnector(String)
        case outboundConnector(String)
        /// A server.
        case server(String)
        /// A certificate by its thumbprint.
        case certificate(String)
        /// The organisation as a whole.
        case organization
    }

    /// The rule's stable name.
    public let rule: String
    /// How grave it is here.
    public let severity: Severity
    /// How sure it is.
    public let certainty: Certainty
    /// What it is about, the first foremost.
    public let concerns: [Concern]
    /// What was found, with the evidence; lower case, no full stop.
    ///
    /// Holds text from exports as it stands there: escaping for a place is that place's business.
    public let message: String
    /// What would be seen, nil where nothing is known.
    public let expectedError: String?
    /// What to do about it, the best first.
    public let remedies: [Remedy]
}
