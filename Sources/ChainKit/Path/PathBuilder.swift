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
