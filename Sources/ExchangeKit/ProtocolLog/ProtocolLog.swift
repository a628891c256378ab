public import ChainKit

/// What an SMTP protocol log of Exchange (SmtpSend, SmtpReceive) tells of certificates and errors, summed up.
public struct ProtocolLog: Sendable, Hashable {
    /// Which of the two logs it is.
    public enum Service: String, Sendable, Hashable, CaseIterable {
        /// This server sent.
        case smtpSend = "smtp-send"
        /// This server received.
        case smtpReceive = "smtp-receive"
    }

    /// Who presented a certificate.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        /// This server presented it.
        case sent
        /// The other side presented it.
        case received
        /// The part of the log that tells was not there.
        case unstated
    }

    /// A certificate that was presented in sessions of one connector.
    public struct PresentedCertificate: Sendable, Hashable {
        /// The connector, `EX01\Default Frontend EX01`; nil where the log does not name it.
        public let connector: String?
        /// Who presented it.
        public let direction: Direction
        /// The subject in .NET's rendering.
        public let subject: String?
        /// The issuer in .NET's rendering.
        public let issuer: String?
        /// The serial number as written.
        public let serialNumber: String?
        /// The thumbprint in upper case, of whatever length the log has.
        public let thumbprint: String?
        /// The alternative names.
        public let alternativeNames: [String]
        /// When it was first presented.
        public internal(set) var first: Instant?
        /// When it was last presented.
        public internal(set) var last: Instant?
        /// How often it was presented.
        public internal(set) var count: Int
    }

    /// A reply of 4xx or 5xx, a negotiation that failed or a certificate that was found wanting.
    public struct Failure: Sendable, Hashable {
        /// The connector; nil where the log does not name it.
        public let connector: String?
        /// The words, as they first stood in the log.
        public let text: String
        /// The thumbprint of the certificate that this server had presented in the first such session.
        public let thumbprint: String?
        /// The other side of the last such session.
        public internal(set) var remoteEndpoint: String?
        /// The last such session.
        public internal(set) var session: String?
        /// When it first happened.
        public internal(set) var first: Instant?
        /// When it last happened.
        public internal(set) var last: Instant?
        /// How often it happened.
        public internal(set) var count: Int
    }

    /// Which log it is, nil where its header is not there.
    public internal(set) var service: Service?
    /// Whether the log's own header was there.
    public internal(set) var hasHeader = false
    /// The certificates, by connector, those that this server presented first.
    public internal(set) var certificates: [PresentedCertificate] = []
    /// The failures, the most frequent first.
    public internal(set) var failures: [Failure] = []
    /// Rows that were read.
    public internal(set) var rows = 0
    /// Lines that are neither rows nor header.
    public internal(set) var linesNotUnderstood = 0
    /// Sessions that began in the log.
    public internal(set) var sessions = 0
    /// Presentations of certificates beyond the limit of different ones.
    public internal(set) var certificatesLeftOut = 0
    /// Failures beyond the limit of different ones.
    public internal(set) var failuresLeftOut = 0

    /// Whether anything of a protocol log was found.
    public var isEmpty: Bool { rows == 0 }
}

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
