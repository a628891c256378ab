/// Who asks whether a path is good, for what and when (RFC 5280, 3.1).
public struct RelyingParty: Sendable, Hashable {
    /// The instant at which the path must be good.
    public var time: Instant
    /// The purpose for which the target shall serve.
    public var purpose: KeyPurpose

    /// Makes a relying party.
    public init(time: Instant, purpose: KeyPurpose = .serverAuthentication) {
        self.time = time
        self.purpose = purpose
    }
}
