/// An attempt to which what is known of revocation is added.
struct RevocationFindings {
    private let path: CertificationPath
    private var defects: [PathDefect]
    private var notes: [PathNote]
    /// A way without an anchor is told by its last defect, which must stay the last.
    private let end: PathDefect?

    init(_ attempt: PathAttempt) {
        path = attempt.path
        defects = attempt.defects
        notes = attempt.notes
        end = attempt.path.anchor == nil ? defects.popLast() : nil
    }

    mutating func add(_ status: RevocationStatus, at position: Int, demand: RevocationChecker.Demand) {
        switch (status, demand) {
        case (.good, _): break
        case (.revoked(let reason, let since), _):
            defects.append(PathDefect(.revoked(reason: reason?.name, since: since), at: position))
        case (.unknown(let why), .everyCertificate):
            defects.append(PathDefect(.revocationUnknown(why), at: position))
        case (.unknown(let why), .whatIsKnown):
            notes.append(.revocationUnknown(at: position, why))
        }
    }

    var attempt: PathAttempt {
        PathAttempt(path: path, defects: defects + (end.map { [$0] } ?? []), notes: notes)
    }
}
