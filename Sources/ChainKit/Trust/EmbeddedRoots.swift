internal import MicrosoftRoots

/// The files of roots/, as they stand in the binary.
enum EmbeddedRoots {
    /// The signed list.
    static var list: [UInt8] { octets(microsoft_roots_list) }
    /// How many octets the list's certificates take, one behind the other, in the order of its entries.
    static var certificatesCount: Int { lent(microsoft_roots_certificates).count }
    /// Some of those octets; all of them are 700 KB, of which an audit needs a few.
    static func certificates(in range: Range<Int>) -> [UInt8] {
        Array(lent(microsoft_roots_certificates)[range])
    }

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
