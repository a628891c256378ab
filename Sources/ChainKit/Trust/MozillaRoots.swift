internal import MozillaRootStore

/// The roots that Mozilla trusts for TLS servers: what other mail systems on Linux go by, beside Microsoft's list.
///
/// The bundle says nothing of the days from which Mozilla trusts a root's new certificates no longer.
public struct MozillaRoots: Sendable {
    /// The version of the package that carries the bundle, a date such as `2026.10.18`.
    public let version: String
    /// The roots in the bundle's order.
    public let certificates: [Certificate]
    private let digests: Set<SHA256Digest>

    /// The bundle that came with this version of chaincheck.
    public static func embedded() -> MozillaRoots {
        var count = 0
        let start = mozilla_root_store_certificates(&count)
        var reader = DERReader(Array(UnsafeBufferPointer(start: start, count: count)))
        var certificates: [Certificate] = []
        // The file is ours and held by a test to its digest, so what could not be read is nothing a user can mend.
        while !reader.isAtEnd, let element = try? reader.next(DERReader.Tag.sequence, "a certificate") {
            if let certificate = try? Certificate(der: Array(reader[element.whole])) {
                certificates.append(certificate)
            }
        }
        return MozillaRoots(
            version: mozilla_root_store_version().map { String(cString: $0) } ?? "",
            certificates: certificates
        )
    }

    init(version: String, certificates: [Certificate]) {
        self.version = version
        self.certificates = certificates
        digests = Set(certificates.map(\.sha256))
    }

    /// Whether the bundle holds a root.
    public func contains(_ digest: SHA256Digest) -> Bool { digests.contains(digest) }
}
