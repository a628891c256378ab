/// Judges certificates of an audit again for later instants, with the issuers, lists and files that it found.
///
/// Nothing is read again.
struct LaterJudge: Sendable {
    private let audit: Audit
    private let judge: LogJudge
    private let pool: IssuerPool

    init(_ audit: Audit, _ judge: LogJudge) {
        self.audit = audit
        self.judge = judge
        pool = audit.pool(of: judge.index)
    }

    /// An auditor for an instant.
    func auditor(at instant: Instant) -> Auditor {
        audit.auditor(for: judge.index, pool: pool, origins: judge.origins, at: instant)
    }

    /// Judges a certificate anew with such an auditor.
    func record(anew record: AuditRecord, with auditor: Auditor, by worker: Worker) -> AuditRecord {
        judge.record(anew: record, with: auditor, by: worker)
    }
}
