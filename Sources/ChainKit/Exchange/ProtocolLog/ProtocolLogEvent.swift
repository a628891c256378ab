/// One thing that happened in a session of a protocol log and concerns certificates or went wrong.
public struct ProtocolLogEvent: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
        /// A session began.
        case connected
        /// A session ended.
        case disconnected
        /// A certificate was presented.
        case certificate(ProtocolLogCertificate)
        /// TLS could not be negotiated; the log's words.
        case negotiationFailed(String)
        /// The other side's certificate was found wanting; the log's words.
        case validationFailed(String)
        /// A reply of 4xx or 5xx, sent or received.
        case reply(String)
    }

    /// When; nil where the log's text is no time.
    public let time: Instant?
    /// The connector; nil where the row does not name it.
    public let connector: String?
    /// The session; nil where the row does not name it.
    public let session: String?
    /// The other side's address and port.
    public let remoteEndpoint: String?
    /// What happened.
    public let kind: Kind
}

/// A certificate as a protocol log describes it, in whatever detail it does.
public struct ProtocolLogCertificate: Sendable, Hashable {
    /// Who presented it.
    public var direction: ProtocolLog.Direction
    /// The subject in .NET's rendering.
    public var subject: String?
    /// The issuer in .NET's rendering.
    public var issuer: String?
    /// The serial number as written.
    public var serialNumber: String?
    /// The thumbprint in upper case.
    public var thumbprint: String?
    /// The alternative names.
    public var alternativeNames: [String] = []

    init(direction: ProtocolLog.Direction) { self.direction = direction }
}
