internal import MicrosoftRoots

/// The files of roots/, as they stand in the binary.
enum EmbeddedRoots {
    /// The signed list.
    static var list: [UInt8] { octets(microsoft_roots_list) }
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
