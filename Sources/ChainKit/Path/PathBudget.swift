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
    /// Comparisons of names with name constraints for one target, and from one issuing certificate upwards.
    ///
    /// A name costs one, and one more for each constraint that may concern it (``NameConstraintIndex``). Chromium's verifier
    /// allows 2^20 for a path; no real certificate comes near this quarter of it.
    public var nameConstraintComparisons = 1 << 18
    /// Steps through the policies and mappings of all paths of one target (``PolicyGraph``).
    ///
    /// A certificate of 1 MiB holds 120,000 policies; a certificate of a bridge between authorities some fifty.
    public var policySteps = 1 << 18

    /// The default limits.
    public init() {}

    /// A limit that a search met.
    public enum Limit: String, Sendable, Hashable, CaseIterable {
        case signatures, issuers, depth, paths
        case nameConstraintComparisons = "name-constraint-comparisons"
        case policySteps = "policy-steps"

        /// What the limit counts, in words that follow a number.
        public var words: String {
            switch self {
            case .signatures: "signatures to check"
            case .issuers: "issuers to look at"
            case .depth: "certificates in a path"
            case .paths: "paths"
            case .nameConstraintComparisons: "comparisons of names with name constraints"
            case .policySteps: "steps through certificate policies"
            }
        }
    }

    /// The number that a limit stands at.
    public subscript(limit: Limit) -> Int {
        switch limit {
        case .signatures: signatures
        case .issuers: issuers
        case .depth: depth
        case .paths: paths
        case .nameConstraintComparisons: nameConstraintComparisons
        case .policySteps: policySteps
        }
    }
}
