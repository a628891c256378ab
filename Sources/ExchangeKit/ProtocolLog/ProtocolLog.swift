package import ChainKit

/// What an SMTP protocol log of Exchange (SmtpSend, SmtpReceive) tells of certificates and errors, summed up.
package struct ProtocolLog: Sendable, Hashable {
    /// Which of the two logs it is.
    package enum Service: String, Sendable, Hashable, CaseIterable {
        /// This server sent.
        case smtpSend = "smtp-send"
        /// This server received.
        case smtpReceive = "smtp-receive"
    }

    /// Who presented a certificate.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        /// This server presented it.
        case sent
        /// The other side presented it.
        case received
        /// The part of the log that tells was not there.
        case unstated
    }

    /// A certificate that was presented in sessions of one connector.
    package struct PresentedCertificate: Sendable, Hashable {
        /// The connector, `EX01\Default Frontend EX01`; nil where the log does not name it.
        package let connector: String?
        /// Who presented it.
        package let direction: Direction
        /// The subject in .NET's rendering.
        package let subject: String?
        /// The issuer in .NET's rendering.
        package let issuer: String?
        /// The serial number as written.
        package let serialNumber: String?
        /// The thumbprint in upper case, of whatever length the log has.
        package let thumbprint: String?
        /// The alternative names.
        package let alternativeNames: [String]
        /// When it was first presented.
        package internal(set) var first: Instant?
        /// When it was last presented.
        package internal(set) var last: Instant?
        /// How often it was presented.
        package internal(set) var count: Int
    }

    /// A reply of 4xx or 5xx, a negotiation that failed or a certificate that was found wanting.
    package struct Failure: Sendable, Hashable {
        /// The connector; nil where the log does not name it.
        package let connector: String?
        /// The words, as they first stood in the log.
        package let text: String
        /// The thumbprint of the certificate that this server had presented in the first such session.
        package let thumbprint: String?
        /// The other side of the last such session.
        package internal(set) var remoteEndpoint: String?
        /// The last such session.
        package internal(set) var session: String?
        /// When it first happened.
        package internal(set) var first: Instant?
        /// When it last happened.
        package internal(set) var last: Instant?
        /// How often it happened.
        package internal(set) var count: Int
    }

    /// Which log it is, nil where its header is not there.
    package internal(set) var service: Service?
    /// Whether the log's own header was there.
    package internal(set) var hasHeader = false
    /// The certificates, by connector, those that this server presented first.
    package internal(set) var certificates: [PresentedCertificate] = []
    /// The failures, the most frequent first.
    package internal(set) var failures: [Failure] = []
    /// Rows that were read.
    package internal(set) var rows = 0
    /// Lines that are neither rows nor header.
    package internal(set) var linesNotUnderstood = 0
    /// Sessions that began in the log.
    package internal(set) var sessions = 0
    /// Presentations of certificates beyond the limit of different ones.
    package internal(set) var certificatesLeftOut = 0
    /// Failures beyond the limit of different ones.
    package internal(set) var failuresLeftOut = 0

    /// Whether anything of a protocol log was found.
    package var isEmpty: Bool { rows == 0 }
}

/// One thing that happened in a session of a protocol log and concerns certificates or went wrong.
package struct ProtocolLogEvent: Sendable, Hashable {
    /// What happened.
    package enum Kind: Sendable, Hashable {
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
    package let time: Instant?
    /// The connector; nil where the row does not name it.
    package let connector: String?
    /// The session; nil where the row does not name it.
    package let session: String?
    /// The other side's address and port.
    package let remoteEndpoint: String?
    /// What happened.
    package let kind: Kind
}

/// A certificate as a protocol log describes it, in whatever detail it does.
package struct ProtocolLogCertificate: Sendable, Hashable {
    /// Who presented it.
    package var direction: ProtocolLog.Direction
    /// The subject in .NET's rendering.
    package var subject: String?
    /// The issuer in .NET's rendering.
    package var issuer: String?
    /// The serial number as written.
    package var serialNumber: String?
    /// The thumbprint in upper case.
    package var thumbprint: String?
    /// The alternative names.
    package var alternativeNames: [String] = []

    init(direction: ProtocolLog.Direction) { self.direction = direction }
}
