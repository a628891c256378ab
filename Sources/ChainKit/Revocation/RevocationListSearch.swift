import OpenSSLBridge

/// Works out from lists whether one certificate was revoked: RFC 5280, 6.3.3, a method a step.
///
/// Two departures. A list that has run out or is malformed in a small way cannot call a certificate good, but what it
/// revokes stays revoked: its issuer signed that, and only a hold is ever lifted. And a delta list is used wherever one
/// is at hand, whether or not a freshestCRL extension announces it: nothing is fetched here.
struct RevocationListSearch {
    private let question: RevocationQuestion
    private let checker: RevocationChecker
    private let time: Instant
    /// reasons_mask (6.3.2 (a)).
    private var reasonsMask: RevocationReasons = []
    /// cert_status (6.3.2 (b)), nil for UNREVOKED.
    private var revocation: RevocationList.Entry?
    private var cause: RevocationDoubt?

    private var certificate: Certificate { question.certificate }
    private var isDetermined: Bool { revocation != nil || reasonsMask == .all }

    init(_ question: RevocationQuestion, checker: RevocationChecker) {
        self.question = question
        self.checker = checker
        time = checker.builder.party.time
    }

    mutating func run() -> RevocationStatus {
        for point in certificate.distributionPoints { consult(point) }
        consult(DistributionPoint(issuerOf: certificate))
        if let revocation { return .revoked(reason: revocation.reason, since: revocation.date) }
        if reasonsMask == .all { return .good }
        if !reasonsMask.isEmpty { return .unknown(.reasonsMissing) }
        if let cause { return .unknown(cause) }
        let hasDelta = !checker.store.deltaLists(of: certificate.issuer).isEmpty
        return .unknown(hasDelta ? .deltaWithoutBase : .noList)
    }

    /// Goes through the lists of one distribution point until the status is determined.
    private mutating func consult(_ point: DistributionPoint) {
        for list in checker.store.completeLists(of: point.listIssuer ?? certificate.issuer) {
            guard !isDetermined else { return }
            process(list, at: point)
        }
    }

    private mutating func process(_ list: RevocationList, at point: DistributionPoint) {
        guard isInScope(list, at: point) else { return }
        let interim = interimReasons(of: list, at: point)
        guard addsReasons(interim), let signer = signer(of: list) else { return }
        let delta = delta(for: list, signedBy: signer)
        let fault = fault(of: list, with: delta)
        switch fault {
        case .criticalExtensionNotUnderstood, .notYetValid: return note(fault)
        default: break
        }
        search(list, and: delta, isCurrent: fault == nil)
        if fault == nil { reasonsMask.formUnion(interim) } else { note(fault) }
    }

    /// (a): whether the list is current; a complete list that has run out is, where a delta brings it up to date.
    private func fault(of list: RevocationList, with delta: RevocationList?) -> RevocationDoubt? {
        let fault = list.fault(at: time)
        if case .stale = fault, delta != nil, list.defects.isEmpty { return nil }
        return fault
    }

    /// (b): whether issuer and scope of the list fit the certificate.
    private mutating func isInScope(_ list: RevocationList, at point: DistributionPoint) -> Bool {
        if RevocationScope.covers(certificate, at: point, by: list) { return true }
        note(.outOfScope)
        return false
    }

    /// (c) and (h): the delta list to use, signed by the same key.
    private func delta(for list: RevocationList, signedBy signer: Certificate) -> RevocationList? {
        let deltas = checker.store.deltaLists(of: list.issuer).filter {
            checker.signature(on: $0, $0.sha256, by: signer) == .valid
        }
        return RevocationDeltas.newest(for: list, among: deltas, at: time)
    }

    /// (d): the reasons that the list covers at this point.
    private func interimReasons(of list: RevocationList, at point: DistributionPoint) -> RevocationReasons {
        let ofList = list.issuingDistributionPoint?.onlySomeReasons ?? .all
        return ofList.intersection(point.reasons ?? .all)
    }

    /// (e): whether the list says anything that lists before it did not.
    private func addsReasons(_ interim: RevocationReasons) -> Bool {
        !interim.subtracting(reasonsMask).isEmpty
    }

    /// (f) and (g): the certificate whose key signed the list.
    private mutating func signer(of list: RevocationList) -> Certificate? {
        switch RevocationSigners(question, checker: checker).signer(of: list) {
        case .success(let signer): return signer
        case .failure(let failure):
            note(failure.cause)
            return nil
        }
    }

    /// (i) to (k): looks the certificate up, in the delta list first.
    private mutating func search(_ list: RevocationList, and delta: RevocationList?, isCurrent: Bool) {
        let found = delta?.entry(for: certificate) ?? list.entry(for: certificate)
        guard let found, found.reason != .removeFromCRL else { return }
        guard isCurrent || found.reason != .certificateHold else { return }
        revocation = found
    }

    /// Keeps the first cause that says more than that some other list is here.
    private mutating func note(_ new: RevocationDoubt?) {
        if cause == nil || cause == .outOfScope { cause = new }
    }
}

/// Finds the certificate whose key signed a list, and whether it may (RFC 5280, 6.3.3 (f) and (g)).
struct RevocationSigners {
    struct Failure: Error {
        let cause: RevocationDoubt
        /// How far the candidate got: the furthest one's cause is the one to tell.
        fileprivate let step: Int
    }

    private let question: RevocationQuestion
    private let checker: RevocationChecker

    init(_ question: RevocationQuestion, checker: RevocationChecker) {
        self.question = question
        self.checker = checker
    }

    /// The signer of a list: a certificate of the path itself, or another one that is trusted under the same anchor.
    func signer(of list: RevocationList) -> Result<Certificate, Failure> {
        let name = NameComparisonKey(list.issuer)
        let inPath = question.above.filter { NameComparisonKey($0.subject) == name }
        let others = checker.builder.certificates(named: list.issuer).filter { !inPath.contains($0) }
        var furthest = Failure(cause: .signerMissing, step: 0)
        for candidate in inPath + others {
            guard question.work.takeSigner() else { return .failure(Failure(cause: .budgetSpent, step: 5)) }
            guard let failure = failure(of: candidate, asSignerOf: list, isInPath: inPath.contains(candidate))
            else { return .success(candidate) }
            if failure.step > furthest.step { furthest = failure }
        }
        return .failure(furthest)
    }

    private func failure(
        of candidate: Certificate,
        asSignerOf list: RevocationList,
        isInPath: Bool
    ) -> Failure? {
        switch checker.signature(on: list, list.sha256, by: candidate) {
        case .invalid: return Failure(cause: .signatureInvalid, step: 1)
        case .unsupported:
            let name = list.signatureAlgorithm.name
            return Failure(cause: .signatureNotVerifiable(algorithm: name), step: 2)
        case .valid: break
        }
        if let usage = candidate.keyUsage, !usage.contains(.cRLSign) {
            return Failure(cause: .cRLSignMissing, step: 3)
        }
        // What stands in the path is judged with the path.
        if isInPath || isAppointedByItself(candidate) || isTrusted(candidate) { return nil }
        return Failure(cause: question.work.isExhausted ? .budgetSpent : .signerNotTrusted, step: 4)
    }

    /// Whether the list is that of the certificate in question itself, because its issuer says so: its distribution point
    /// names it as the cRLIssuer.
    ///
    /// RFC 5280 does not forbid it and PKITS 4.14.30 asks for it. Its path is judged with the question.
    private func isAppointedByItself(_ candidate: Certificate) -> Bool {
        guard candidate == question.certificate, question.path.anchor != nil else { return false }
        let subject = GeneralName.directory(candidate.subject)
        return candidate.distributionPoints.contains { point in
            point.listIssuer.map { GeneralName.directory($0).isSame(as: subject) } == true
        }
    }

    /// Whether a certificate outside the path has a good path of its own to the path's anchor.
    func isTrusted(_ signer: Certificate) -> Bool {
        guard let anchor = question.path.anchor else { return false }
        let pending = question.pending.union([question.certificate.sha256])
        guard !pending.contains(signer.sha256) else { return false }
        guard question.work.takeSignerPath() else { return false }
        return checker.builder.search(from: signer).attempts.contains { attempt in
            guard attempt.path.anchor?.certificate == anchor.certificate,
                attempt.defects.allSatisfy({ Self.isIrrelevant($0) }),
                !attempt.path.certificates.contains(where: { pending.contains($0.sha256) })
            else { return false }
            return checker.statuses(of: attempt.path, pending: pending, work: question.work).allSatisfy {
                $0 == .good
            }
        }
    }

    /// A signer of lists need not serve the purpose for which the target is wanted.
    private static func isIrrelevant(_ defect: PathDefect) -> Bool {
        switch defect.kind {
        case .purposeExcluded, .keyUsageExcluded: defect.position == 0
        default: false
        }
    }
}
