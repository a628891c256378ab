/// Judges certificates of an audit again for later instants, with the issuers, lists and files that it found.
///
/// Nothing is read again.
struct LaterJudge: Sendable {
    private let audit: Audit
    private let survey: Survey
    private let second: SecondPass
    private let pool: IssuerPool

    init(audit: Audit, survey: Survey, second: SecondPass) {
        self.audit = audit
        self.survey = survey
        self.second = second
        pool = audit.pool(of: survey)
    }

    /// An auditor for an instant.
    func auditor(at instant: Instant) -> Auditor {
        audit.auditor(for: survey, pool: pool, origins: second.origins, at: instant)
    }

    /// Judges a certificate by such an auditor.
    func judge(_ record: AuditRecord, with auditor: Auditor, by worker: Worker) -> AuditRecord {
        second.judge(record, with: auditor, by: worker)
    }
}
