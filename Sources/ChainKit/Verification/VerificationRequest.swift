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
