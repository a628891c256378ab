internal import MicrosoftRoots

/// The files of roots/, as they stand in the binary.
enum EmbeddedRoots {
    /// The signed list.
    static var list: [UInt8] { octets(microsoft_roots_list) }
    /// The list's certificates, one behind the other, in the order of its entries.
    static var certificates: [UInt8] { octets(microsoft_roots_certificates) }

    /// What changed from one list to the next, a line a change.
    static var history: String { String(decoding: octets(microsoft_roots_history), as: UTF8.self) }

    private static func octets(
        _ file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
    ) -> [UInt8] {
        var count = 0
        let start = file(&count)
        return Array(UnsafeBufferPointer(start: start, count: count))
    }
}
