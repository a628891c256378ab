/// Answers requests: a path that is good in all, and a name that is covered.
///
/// A relying party's view, in contrast to an audit's: one yes or no, and the target's own defects count as much as
/// its issuers'.
public struct Verifier: Sendable {
    private let anchors: any TrustAnchorSource
    private let budget: PathBudget

    /// Makes a verifier over trust anchors.
    public init(anchors: any TrustAnchorSource, budget: PathBudget = PathBudget()) {
        self.anchors = anchors
        self.budget = budget
    }

    /// Answers one request.
    ///
    /// Never fails: that nothing is good is an answer.
    public func verify(_ request: VerificationRequest) -> Verification {
        var request = request
        request.time = request.time.wholeSecond
        var budget = budget
        if let most = request.maximumIntermediates {
            // The target and the anchor count as well; any number may have been asked for.
            budget.depth = min(budget.depth, min(max(most, 0), budget.depth) + 2)
        }
        let builder = PathBuilder(
            anchors: anchors,
            pool: IssuerPool(request.intermediates),
            party: RelyingParty(
                time: request.time,
                purpose: request.purpose.keyPurpose,
                policy: request.policy
            ),
            budget: budget
        )
        let found = builder.search(from: request.target)
        let search =
            request.revocation.map { RevocationChecker(store: $0, builder: builder).apply(to: found) }
            ?? found
        let valid = search.attempts.filter { $0.path.anchor != nil && $0.defects.isEmpty }
        let profile = Self.profile(of: request)
        let accepted = valid.first {
            RuleRegistry.conformanceViolations(of: $0.path, under: profile, at: request.time).isEmpty
        }
        var objections = nameObjections(request)
        if let best = valid.first, accepted == nil {
            objections += RuleRegistry.conformanceViolations(of: best.path, under: profile, at: request.time)
                .map {
                    Verification.Objection(code: $0.rule, message: $0.message)
                }
        } else if accepted == nil {
            objections += Self.pathObjections(search)
        }
        return Verification(
            answer: accepted != nil && objections.isEmpty ? .accept : .reject,
            accepted: objections.isEmpty ? accepted : nil,
            attempts: search.attempts,
            objections: Self.shortened(objections),
            limitMet: search.limitMet,
            checkedRevocation: request.revocation != nil
        )
    }

    /// The objections, of each code no more than a person reads.
    private static func shortened(_ objections: [Verification.Objection]) -> [Verification.Objection] {
        let most = RuleRegistry.mostFindings
        guard objections.count > most else { return objections }
        var counts: [String: Int] = [:]
        var kept = objections.filter { objection in
            counts[objection.code, default: 0] += 1
            return counts[objection.code, default: 0] <= most
        }
        for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > most {
            let message = "\(count - most) more objections of this kind, which are not listed"
            kept.append(Verification.Objection(code: code, message: message))
        }
        return kept
    }

    /// What is demanded of a path.
    ///
    /// The Baseline Requirements are about certificates of TLS servers: asked for another purpose, the web's profile
    /// demands what RFC 5280 does.
    private static func profile(of request: VerificationRequest) -> ConformanceProfile {
        request.profile == .webpki && request.purpose != .server ? .rfc5280 : request.profile
    }

    private func nameObjections(_ request: VerificationRequest) -> [Verification.Objection] {
        let matcher = NameMatcher(request.target)
        var objections = request.references.compactMap { reference -> Verification.Objection? in
            guard case .none(let misses) = matcher.coverage(of: reference) else { return nil }
            let near = misses.map(\.text).joined(separator: "; ")
            return Verification.Objection(
                code: "name-not-covered",
                message: "\(reference.text) is not covered" + (near.isEmpty ? "" : ": \(near)")
            )
        }
        objections += request.unusableReferences.map {
            Verification.Objection(
                code: "name-not-covered",
                message: "'\($0)' is no host name and no address"
            )
        }
        return objections
    }

    /// The defects of the best way, and that the search was cut short where it was.
    private static func pathObjections(_ search: PathSearch) -> [Verification.Objection] {
        var objections: [Verification.Objection] = []
        if let limit = search.limitInWords {
            let message = "undetermined: the search ended at its limit of \(limit)"
            objections.append(Verification.Objection(code: "search-cut-short", message: message))
        }
        let best = search.attempts.min { $0.defects.count < $1.defects.count }
        objections += (best?.defects ?? []).map { defect in
            Verification.Objection(
                code: defect.code,
                message: "certificate \(defect.position): \(defect.words)"
            )
        }
        return objections
    }
}
