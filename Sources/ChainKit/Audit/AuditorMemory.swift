/// What a worker has found out with one auditor, and finds again without a lock.
///
/// Belongs to one worker at a time.
final class AuditorMemory {
    let issuers = IssuerMemory()
    let findings = IssuerFindings()
}
