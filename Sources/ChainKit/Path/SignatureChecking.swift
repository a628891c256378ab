/// Whether the signatures on certificates are checked while paths are built.
public enum SignatureChecking: Sendable, Hashable {
    /// Each one, as RFC 5280, 6.1.3 (a)(1), demands.
    case checked
    /// None: issuers are told by names and key identifiers alone, and so no path is ever trusted.
    case notChecked
}
