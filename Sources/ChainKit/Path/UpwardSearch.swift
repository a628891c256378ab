import OpenSSLBridge

/// Finds every way from an issuing certificate up to a trust anchor or a dead end, depth first.
///
/// A certificate stands in a way once, identified by its octets: that ends every ring. Anchors are tried before other
/// issuers and issuers with the right key identifier before others, so that a budget that runs out has been spent on
/// the likely ways.
struct UpwardSearch {
    private let issuers: IssuerTable
    private let signatures: SignatureChecker
    private let party: RelyingParty
    private let budget: PathBudget
    private let memory: IssuerMemory
    private var issuersLeft: Int
    /// What was looked up in this search; the count is what the budget limits, remembered or not, so that a search
    /// comes to the same result whichever was before it.
    private var results: [SignatureChecker.Link: PublicKey.SignatureResult] = [:]
    private var paths: [UpwardPath] = []
    private var limitMet: PathBudget.Limit?
    private var nameCheck: NameConstraintsCheck

    private init(builder: PathBuilder, memory: IssuerMemory) {
        issuers = builder.issuers
        signatures = builder.signatures
        party = builder.party
        budget = builder.budget
        self.memory = memory
        issuersLeft = budget.issuers
        nameCheck = NameConstraintsCheck(budget: budget.nameConstraintComparisons)
    }

    /// All ways up from `issuer`.
    static func run(
        from issuer: IssuerTable.Candidate,
        by builder: PathBuilder,
        in memory: IssuerMemory
    ) -> UpwardPaths {
        var search = UpwardSearch(builder: builder, memory: memory)
        search.visit(issuer, below: [], defects: [])
        return UpwardPaths(
            paths: search.paths,
            limitMet: search.limitMet,
            issuers: search.budget.issuers - search.issuersLeft,
            signatures: search.results.count
        )
    }

    private mutating func visit(
        _ candidate: IssuerTable.Candidate,
        below: [Certificate],
        defects: [PathDefect]
    ) {
        let chain = below + [candidate.certificate]
        if let anchor = candidate.anchor {
            record(chain, anchor: anchor, defects: defects)
            return
        }
        let last = chain.count - 1
        let certificate = candidate.certificate
        guard chain.count + 1 < budget.depth else {
            limitMet = limitMet ?? .depth
            record(chain, anchor: nil, defects: defects + [PathDefect(.tooLong, at: last)])
            return
        }
        if signatures.checking == .checked, certificate.isSelfIssued,
            signatures.rememberedResult(of: certificate, by: certificate) == .valid
        {
            record(chain, anchor: nil, defects: defects + [PathDefect(.selfSignedNotTrusted, at: last)])
            return
        }
        climb(from: certificate, chain: chain, defects: defects)
    }

    /// To every issuer that signed the certificate; where no signature is checked, to whoever may have by names and key
    /// identifiers.
    private mutating func climb(from certificate: Certificate, chain: [Certificate], defects: [PathDefect]) {
        let last = chain.count - 1
        let named = signatures.checking == .checked ? nil : issuers.named(for: certificate, in: memory)
        let candidates = named?.others ?? issuers.candidates(for: certificate)
        // What ends the way here, as long as no candidate is found that leads on.
        var deadEnd: PathDefect.Kind? = candidates.isEmpty ? .issuerMissing : .loop
        if let named, named.includesItself {
            deadEnd = nil
            let ends = [
                PathDefect(.signatureNotChecked, at: last), PathDefect(.selfSignedNotTrusted, at: last),
            ]
            record(chain, anchor: nil, defects: defects + ends)
        }
        var signer: SHA256Digest?
        for candidate in candidates {
            // A signature is one key's: once that is found, the other keys need no checking.
            if let signer, signer != candidate.certificate.publicKey.sha256 { continue }
            if chain.contains(candidate.certificate) { continue }
            guard issuersLeft > 0 else {
                limitMet = limitMet ?? .issuers
                return
            }
            guard paths.count < budget.paths else {
                limitMet = limitMet ?? .paths
                return
            }
            issuersLeft -= 1
            guard let link = link(of: certificate, by: candidate.certificate) else {
                limitMet = limitMet ?? .signatures
                return
            }
            if case .invalid = link {
                if deadEnd == .loop { deadEnd = .signatureInvalid }
                continue
            }
            if case .valid = link { signer = candidate.certificate.publicKey.sha256 }
            deadEnd = nil
            let defect = link.defect(of: certificate, at: last)
            visit(candidate, below: chain, defects: defect.map { defects + [$0] } ?? defects)
        }
        if deadEnd == .signatureInvalid {
            let others = candidates.filter { !chain.contains($0.certificate) }
            deadEnd = PathDefect.Kind(unsigned: certificate, by: others)
        }
        if let deadEnd { record(chain, anchor: nil, defects: defects + [PathDefect(deadEnd, at: last)]) }
    }

    /// Nil where the budget for signatures is spent.
    private mutating func link(of certificate: Certificate, by issuer: Certificate)
        -> SignatureChecker.LinkResult?
    {
        guard signatures.checking == .checked else { return .notChecked }
        let link = SignatureChecker.Link(key: issuer.publicKey.sha256, certificate: certificate.sha256)
        if let known = results[link] { return SignatureChecker.LinkResult(known) }
        guard results.count < budget.signatures else { return nil }
        let result = signatures.rememberedResult(of: certificate, by: issuer)
        results[link] = result
        return SignatureChecker.LinkResult(result)
    }

    private mutating func record(_ chain: [Certificate], anchor: TrustAnchor?, defects: [PathDefect]) {
        let validation = PathValidation(
            chain: chain,
            hasAnchor: anchor != nil,
            party: party,
            nameCheck: &nameCheck,
            memory: memory
        )
        if validation.isCutShort { limitMet = limitMet ?? .nameConstraintComparisons }
        let found = (defects + validation.defects).sorted { $0.position < $1.position }
        paths.append(
            UpwardPath(
                certificates: chain,
                anchor: anchor,
                defects: found.map { $0.raised(by: 1) },
                notes: notes(on: chain, hasAnchor: anchor != nil, validation: validation),
                nameConstraints: validation.nameConstraints
            )
        )
    }

    private func notes(on chain: [Certificate], hasAnchor: Bool, validation: PathValidation) -> [PathNote] {
        let issuingOnly = chain.dropLast(hasAnchor ? 1 : 0)
        let doubtful = issuingOnly.indices.filter {
            chain[$0].publicKey.weakness != nil || !chain[$0].publicKey.isOfPublicKind
        }
        let outside = chain.indices.filter { issuers.isOutside(chain[$0]) }
        return validation.weakSignatures.map { .weakSignatureHash(at: $0.position + 1, $0.hash) }
            + outside.map { .notInFolder(at: $0 + 1) } + doubtful.map { .doubtfulKey(at: $0 + 1) }
    }
}

/// A way from an issuing certificate up to where it ends: the part of a path that every target of that issuer shares.
///
/// Nothing in it depends on the target, so it is worked out once per issuer, and a reference: a target takes its lists as
/// they are. Path length can be judged here because the target itself does not count (RFC 5280, 6.1.4 (l)).
final class UpwardPath: Sendable {
    /// The issuing certificate first; the anchor last where there is one.
    let certificates: [Certificate]
    let anchor: TrustAnchor?
    /// What is wrong with it; positions as a target below counts them, which stands at 0.
    let defects: [PathDefect]
    /// What is worth knowing of it; positions as in ``defects``.
    let notes: [PathNote]
    /// The constraints that bind whatever is below, with the position of the authority that made them.
    let nameConstraints: [PreparedNameConstraints]

    init(
        certificates: [Certificate],
        anchor: TrustAnchor?,
        defects: [PathDefect],
        notes: [PathNote],
        nameConstraints: [PreparedNameConstraints]
    ) {
        self.certificates = certificates
        self.anchor = anchor
        self.defects = defects
        self.notes = notes
        self.nameConstraints = nameConstraints
    }
}

/// The ways up from one issuing certificate.
final class UpwardPaths: Sendable {
    let paths: [UpwardPath]
    let limitMet: PathBudget.Limit?
    /// What they cost of a target's budget.
    let issuers: Int
    let signatures: Int

    init(paths: [UpwardPath], limitMet: PathBudget.Limit?, issuers: Int, signatures: Int) {
        self.paths = paths
        self.limitMet = limitMet
        self.issuers = issuers
        self.signatures = signatures
    }
}
