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
