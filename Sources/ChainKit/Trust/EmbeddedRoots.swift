internal import MicrosoftRoots
internal import MozillaRootStore
import Octets

/// The files of roots/, as they stand in the binary.
package enum EmbeddedRoots {
    /// The signed list.
    package static var list: [UInt8] { octets(microsoft_roots_list) }
    /// Lends the list's certificates, one behind the other, in the order of its entries.
    static func withCertificates<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(lent(microsoft_roots_certificates))
    }

    /// Some of their octets; all of them are 700 KB, of which an audit needs a few.
    static func certificates(in range: Range<Int>) -> [UInt8] { withCertificates { Array($0[range]) } }

    /// What changed from one list to the next, a line a change.
    static var history: String { String(decoding: octets(microsoft_roots_history), as: UTF8.self) }

    private static func octets(
        _ file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
    ) -> [UInt8] {
        Array(lent(file))
    }

    private static func lent(
        _ file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
    ) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        let start = file(&count)
        return UnsafeBufferPointer(start: start, count: count)
    }
}

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
