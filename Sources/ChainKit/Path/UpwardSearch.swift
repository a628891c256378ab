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
    private var issuersLeft: Int
    private var paths: [UpwardPath] = []
    private var limitMet: PathBudget.Limit?

    init(issuers: IssuerTable, signatures: SignatureChecker, party: RelyingParty, budget: PathBudget) {
        self.issuers = issuers
        self.signatures = signatures
        self.party = party
        self.budget = budget
        issuersLeft = budget.issuers
    }

    /// All ways up from `issuer`.
    static func run(
        from issuer: IssuerTable.Candidate,
        issuers: IssuerTable,
        signatures: SignatureChecker,
        party: RelyingParty,
        budget: PathBudget
    ) -> UpwardPaths {
        var search = UpwardSearch(issuers: issuers, signatures: signatures, party: party, budget: budget)
        search.visit(issuer, below: [], defects: [])
        return UpwardPaths(paths: search.paths, limitMet: search.limitMet)
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
        if certificate.isSelfIssued, signatures.rememberedResult(of: certificate, by: certificate) == .valid {
            record(chain, anchor: nil, defects: defects + [PathDefect(.selfSignedNotTrusted, at: last)])
            return
        }
        let all = issuers.candidates(for: certificate)
        let next = all.filter { !chain.contains($0.certificate) }
        guard !next.isEmpty else {
            let kind: PathDefect.Kind = all.isEmpty ? .issuerMissing : .loop
            record(chain, anchor: nil, defects: defects + [PathDefect(kind, at: last)])
            return
        }
        climb(from: certificate, to: next, chain: chain, defects: defects)
    }

    private mutating func climb(
        from certificate: Certificate,
        to candidates: [IssuerTable.Candidate],
        chain: [Certificate],
        defects: [PathDefect]
    ) {
        let last = chain.count - 1
        var unsigned = false
        var followed = false
        for candidate in candidates {
            guard issuersLeft > 0 else {
                limitMet = limitMet ?? .issuers
                return
            }
            guard paths.count < budget.paths else {
                limitMet = limitMet ?? .paths
                return
            }
            issuersLeft -= 1
            switch signatures.rememberedResult(of: certificate, by: candidate.certificate) {
            case .invalid: unsigned = true
            case .valid:
                followed = true
                visit(candidate, below: chain, defects: defects)
            case .unsupported:
                followed = true
                let name = certificate.signatureAlgorithm.name
                let defect = PathDefect(.signatureNotVerifiable(algorithm: name), at: last)
                visit(candidate, below: chain, defects: defects + [defect])
            }
        }
        if unsigned && !followed {
            let kind = PathDefect.Kind(unsigned: certificate, by: candidates)
            record(chain, anchor: nil, defects: defects + [PathDefect(kind, at: last)])
        }
    }

    private mutating func record(_ chain: [Certificate], anchor: TrustAnchor?, defects: [PathDefect]) {
        let evaluation = PathEvaluation(
            chain: chain,
            hasAnchor: anchor != nil,
            party: party,
            budget: budget
        )
        if evaluation.isCutShort { limitMet = limitMet ?? .nameConstraintComparisons }
        paths.append(
            UpwardPath(
                certificates: chain,
                anchor: anchor,
                defects: (defects + evaluation.defects).sorted { $0.position < $1.position },
                nameConstraints: evaluation.nameConstraints,
                weakSignatures: evaluation.weakSignatures,
                outside: chain.indices.filter { issuers.isOutside(chain[$0]) }
            )
        )
    }
}
