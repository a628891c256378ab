/// Says where a path's certificates came from.
struct PathOrigins: Sendable {
    private let inside: [SHA256Digest: SourceLocation]
    private let outside: [SHA256Digest: String]

    /// - Parameters:
    ///   - inside: the first place of each authority among what is audited.
    ///   - outside: the file of each certificate that was given beside it.
    init(inside: [SHA256Digest: SourceLocation], outside: [SHA256Digest: String]) {
        self.inside = inside
        self.outside = outside
    }

    func origin(of certificate: Certificate) -> AuditRecord.Origin {
        if let location = inside[certificate.sha256] { return .file(location) }
        return outside[certificate.sha256].map { .outside($0) } ?? .anchors
    }
}
