/// What a relying party asks of certificate policies (RFC 5280, 6.1.1 (c) to (g)).
public struct PolicyInputs: Sendable, Hashable {
    /// The policies that the relying party accepts; nil stands for any.
    public var acceptable: Set<ObjectIdentifier>?
    /// Whether the path must be valid for at least one acceptable policy.
    public var requiresExplicitPolicy = false
    /// Whether policies may not be mapped.
    public var inhibitsMapping = false
    /// Whether anyPolicy in a certificate stands for nothing.
    public var inhibitsAnyPolicy = false

    /// Accepts any policy and asks for none.
    public init() {}
}
