/// How the server that would present a certificate sees it.
///
/// Microsoft's article asks for a "valid PKI" certificate and does not say what that is; reports show that chain and
/// revocation status count, as that server sees them. An internal CA's certificate is as good as any here.
/// Expiry is no part of it: Exchange checks that after the choice, and the selection does so by the dates.
public enum LocalStanding: Sendable, Hashable {
    /// Exchange says that it is valid, or it is known to lead to a root that the server trusts.
    case valid
    /// Signed with its own key: taken only where nothing else is left.
    case selfSigned
    /// Exchange says that it is not, or no path can be valid.
    case invalid(reason: String)
    /// Neither is known.
    case unknown(reason: String)
}
