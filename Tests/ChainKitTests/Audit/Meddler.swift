import Forges

@testable import ChainKit

/// Collects what an audit finds, and does something once its first reading is over.
struct Meddler: AuditObserver {
    let meddle: () -> Void
    var found = AuditCollection()

    mutating func begin(_ header: AuditHeader) throws {
        meddle()
        found.begin(header)
    }

    mutating func file(_ record: FileRecord) throws { found.file(record) }
    mutating func certificate(_ record: AuditRecord) throws { found.certificate(record) }
    mutating func end(_ summary: AuditSummary) throws { found.end(summary) }
}
