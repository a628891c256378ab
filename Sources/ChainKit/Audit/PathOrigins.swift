/// Says where a path's certificates came from.
struct PathOrigins: Sendable {
    private let known: [SHA256Digest: AuditRecord.Origin]

    /// - Parameters:
    ///   - inside: the first place of each authority among what is audited.
    ///   - outside: the file of each certificate that was given beside it.
    init(inside: [SHA256Digest: SourceLocation], outside: [SHA256Digest: String]) {
        // What was given beside what is audited may stand there, too, and is then there.
        known = outside.mapValues { .outside($0) }.merging(inside.mapValues { .file($0) }) { $1 }
    }

    func origin(of certificate: Certificate) -> AuditRecord.Origin {
        known[certificate.sha256] ?? .anchors
    }
}
