import OpenSSLBridge
import Synchronization

/// Builds certification paths from a target to the trust anchors of a relying party (RFC 5280, 6; RFC 4158).
///
/// OpenSSL's own builder does not backtrack and stops at its first complaint; this one follows every way within a
/// budget and keeps each with all its defects. The part of a path above the target's issuer is worked out once per
/// issuer and shared by all its targets, so that a target costs one signature and a few comparisons.
public final class PathBuilder: Sendable {
    /// Who asks.
    public let party: RelyingParty
    /// How much one search may cost.
    public let budget: PathBudget

    let issuers: IssuerTable
    let signatures: SignatureChecker
    private let memories = Lending { IssuerMemory() }

    /// Makes a builder over trust anchors and the certificates at hand that may have issued others.
    public init(
        anchors: any TrustAnchorSource,
        pool: IssuerPool,
        party: RelyingParty,
        budget: PathBudget = PathBudget(),
        signatureChecking: SignatureChecking = .checked
    ) {
        signatures = SignatureChecker(signatureChecking)
        issuers = IssuerTable(anchors: anchors, pool: pool)
        self.party = party
        self.budget = budget
    }

    /// Whether signatures are checked; where they are not, no path that is found is trusted.
    public var signatureChecking: SignatureChecking { signatures.checking }

    /// Every way from the target upwards, of which there is always one.
    ///
    /// Never fails: that no path is good is an answer.
    public func search(from target: Certificate) -> PathSearch {
        memories.lend { search(from: target, in: $0) }
    }

    /// The same by a worker that searches for many.
    func search(from target: Certificate, in memory: IssuerMemory) -> PathSearch {
        var search = TargetSearch(target: target, builder: self, memory: memory)
        search.run()
        return PathSearch(
            attempts: PathRanking.sorted(search.attempts),
            limitMet: search.limitMet,
            budget: budget
        )
    }

    /// Every way from a target whose issuer is given: its signature is taken as that issuer's and not checked.
    ///
    /// For a certificate that does not exist yet. Whatever judges certificates at hand must not come here, and a test
    /// names who may.
    func search(from target: Certificate, presumedIssuer issuer: Certificate, in memory: IssuerMemory)
        -> PathSearch
    {
        var search = TargetSearch(target: target, builder: self, memory: memory)
        search.run(presumedIssuer: issuer)
        return PathSearch(
            attempts: PathRanking.sorted(search.attempts),
            limitMet: search.limitMet,
            budget: budget
        )
    }

    /// Whether the certificate's own key decodes to a usable one, nil for kinds of key that OpenSSL here lacks.
    func decodesKey(of certificate: Certificate, in memory: IssuerMemory) -> Bool? {
        signatures.decodesKey(of: certificate, in: memory)
    }

    /// Whether a certificate's key made the signature on a list or response; not remembered here.
    func signature(on object: some SignedObject, by signer: Certificate) -> PublicKey.SignatureResult {
        signatures.result(of: object, by: signer)
    }

    /// Every certificate at hand of a name, trust anchors first.
    func certificates(named name: DistinguishedName) -> [Certificate] { issuers.certificates(named: name) }

    /// The ways up from an issuer, worked out on first use.
    func upwardPaths(from issuer: IssuerTable.Candidate, in memory: IssuerMemory) -> UpwardPaths {
        if let known = issuer.upward.load() { return known }
        // Two threads may both work it out; they come to the same result, and the first one's is kept.
        return issuer.upward.storeIfNil(UpwardSearch.run(from: issuer, by: self, in: memory))
    }
}

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
    /// A name costs one, and one more for each constraint that may concern it (`NameConstraintIndex`). Chromium's verifier
    /// allows 2^20 for a path; no real certificate comes near this quarter of it.
    public var nameConstraintComparisons = 1 << 18
    /// Steps through the policies and mappings of all paths of one target (`PolicyGraph`).
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

/// The order of attempts: what a person should be shown first.
enum PathRanking {
    static func sorted(_ attempts: [PathAttempt]) -> [PathAttempt] {
        guard attempts.count > 1 else { return attempts }
        return attempts.map(Rank.init).sorted { $0.precedes($1) }.map(\.attempt)
    }

    private struct Rank {
        let attempt: PathAttempt
        private let failure: Int
        private let defects: Int
        private let notes: Int

        init(_ attempt: PathAttempt) {
            self.attempt = attempt
            failure = Rank.failure(of: attempt)
            // Signatures that nobody checked count against no way: a longer one would look worse for having more.
            defects = attempt.defects.count {
                if case .signatureNotChecked = $0.kind { false } else { !$0.concernsTargetAlone }
            }
            notes = attempt.notes.count
        }

        private var length: Int { attempt.path.certificates.count }

        func precedes(_ other: Rank) -> Bool {
            let own = (failure, defects, notes, length)
            let others = (other.failure, other.defects, other.notes, other.length)
            guard own == others else { return own < others }
            // Alike in all else: the lower digest comes first, so that the order of input never shows.
            return attempt.path.certificates.lexicographicallyPrecedes(other.attempt.path.certificates) {
                $0.sha256 < $1.sha256
            }
        }

        /// 0 for a trusted way; the nearer a way came to an anchor, the more it says about what to do.
        private static func failure(of attempt: PathAttempt) -> Int {
            if attempt.isTrusted { return 0 }
            if attempt.isNotVerifiable { return 1 }
            if attempt.path.anchor != nil { return 2 }
            let end = attempt.defects.last?.kind
            return switch end {
            case .selfSignedNotTrusted: 3
            case .issuerMissing: 4
            case .signatureInvalid: 5
            default: 6
            }
        }
    }
}
