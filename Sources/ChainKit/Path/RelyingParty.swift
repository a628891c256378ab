/// Who asks whether a path is good, for what and when (RFC 5280, 3.1).
public struct RelyingParty: Sendable, Hashable {
    /// The instant at which the path must be good, to the second.
    public var time: Instant
    /// The purpose for which the target shall serve.
    ///
    /// ``KeyPurpose/any`` asks for none in particular.
    public var purpose: KeyPurpose
    /// What is asked of certificate policies.
    public var policy: PolicyInputs

    /// Makes a relying party.
    public init(
        time: Instant,
        purpose: KeyPurpose = .serverAuthentication,
        policy: PolicyInputs = PolicyInputs()
    ) {
        self.time = time.wholeSecond
        self.purpose = purpose
        self.policy = policy
    }
}
