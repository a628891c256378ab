/// One question, whether a certificate is to be accepted by way of some others.
public struct VerificationRequest: Sendable {
    /// The certificate in question.
    public var target: Certificate
    /// Certificates that may stand between it and an anchor, in any order.
    public var intermediates: [Certificate]
    /// Names of which every one must be covered; empty to ask for none.
    public var references: [ReferenceIdentifier]
    /// Names that were asked for and are no host name at all: nothing covers them.
    public var unusableReferences: [String]
    /// For what the certificate is to serve.
    public var purpose: VerificationPurpose
    /// The instant of the question.
    public var time: Instant
    /// What certificate policies must be valid for the path (RFC 5280, 6.1.1 (c) to (g)).
    public var policy: PolicyInputs
    /// What is demanded beyond path validation.
    public var profile: ConformanceProfile
    /// Revocation lists and responses; with any, every certificate below the anchor must be shown not to be
    /// revoked.
    ///
    /// Nil to leave revocation out.
    public var revocation: RevocationStore?
    /// The most issuers between the target and the anchor, nil for the budget's own limit.
    public var maximumIntermediates: Int?

    /// Asks for a certificate at an instant; the rest as nobody in particular would ask.
    public init(_ target: Certificate, intermediates: [Certificate] = [], time: Instant) {
        self.target = target
        self.intermediates = intermediates
        references = []
        unusableReferences = []
        purpose = .server
        self.time = time
        policy = PolicyInputs()
        profile = .webpki
        revocation = nil
        maximumIntermediates = nil
    }
}

/// For what a certificate is to be accepted.
public enum VerificationPurpose: String, Sendable, Hashable, CaseIterable {
    case server, client, any

    /// The key purpose that extKeyUsage must allow; ``KeyPurpose/any`` asks for none.
    public var keyPurpose: KeyPurpose {
        switch self {
        case .server: .serverAuthentication
        case .client: .clientAuthentication
        case .any: .any
        }
    }
}

/// The answer to one request, with everything that led to it.
public struct Verification: Sendable {
    /// Yes or no.
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case accept, reject
    }

    /// One thing that speaks against the certificate itself or all of its paths.
    public struct Objection: Sendable, Hashable {
        /// A stable name.
        public let code: String
        /// What is wrong, lower case, no full stop.
        public let message: String
    }

    /// What could not be determined is rejected, and an objection says so.
    public let answer: Answer
    /// The way that was accepted, nil where none was.
    public let accepted: PathAttempt?
    /// Every way that was tried, the best first, each with all its defects.
    public let attempts: [PathAttempt]
    /// What speaks against acceptance, empty where the certificate is accepted.
    public let objections: [Objection]
    /// The limit that cut the search short, nil where none did.
    public let limitMet: PathBudget.Limit?
    /// Whether revocation was looked at: only where lists or responses were given.
    public let checkedRevocation: Bool
}
