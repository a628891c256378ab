/// A certificate of a server's store, with what the selection asks of it.
public struct SelectionCandidate: Sendable, Hashable {
    /// The certificate as exported.
    public let installed: InstalledCertificate
    /// How the server sees it.
    public let standing: LocalStanding

    /// Puts the facts together.
    public init(_ installed: InstalledCertificate, standing: LocalStanding) {
        self.installed = installed
        self.standing = standing
    }
}
