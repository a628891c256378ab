/// How much work one search for certification paths may cost.
///
/// A folder can hold certificates that were made to make a path builder work for ever. Every limit is a number of
/// its own here, and a search that met one says so: it then answers "undetermined", never "untrusted".
public struct PathBudget: Sendable, Hashable {
    /// Signatures checked for one target, and from one issuing certificate upwards.
    ///
    /// 100 after Go's remedy for CVE-2018-16875. A target whose issuers have spent as much between them follows no
    /// further one.
    public var signatures = 100
    /// Candidate issuers looked at from one issuing certificate upwards, and from all that a target follows.
    public var issuers = 1_000
    /// Certificates in a path, target and anchor included.
    ///
    /// The longest real path has six; Windows' own default for a path's length is 20.
    public var depth = 20
    /// Different ways from one issuing certificate up to an end that are kept.
    public var paths = 64
    /// Comparisons of a name with a name constraint for one path.
    ///
    /// 2^20, as Chromium's verifier allows; no real certificate comes near it.
    public var nameConstraintComparisons = 1 << 20

    /// The default limits.
    public init() {}

    /// A limit that a search met.
    public enum Limit: String, Sendable, Hashable, CaseIterable {
        case signatures, issuers, depth, paths
        case nameConstraintComparisons = "name-constraint-comparisons"
    }
}
