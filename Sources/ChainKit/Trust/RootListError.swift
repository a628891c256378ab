/// Why a root list cannot be used.
public enum RootListError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The octets are not a certificate trust list as Microsoft writes it; the offset is where they cease to be.
    case malformed(reason: String, offset: Int)
    /// The list is well formed, but Microsoft did not sign it.
    case signature(reason: String)

    /// The error in words, lower case, no full stop.
    public var description: String {
        switch self {
        case .malformed(let reason, let offset): "not a root list: \(reason) at offset \(offset)"
        case .signature(let reason): "the signature does not verify: \(reason)"
        }
    }
}
