import OpenSSLBridge

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
