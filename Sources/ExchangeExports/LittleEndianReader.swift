/// Walks through octets of Windows' own formats, never past their end.
struct LittleEndianReader {
    private let octets: ArraySlice<UInt8>
    /// Octets read so far.
    private(set) var position = 0

    init(_ octets: ArraySlice<UInt8>) { self.octets = octets }

    /// Octets that are left.
    var remaining: Int { octets.count - position }

    /// The next octet, nil at the end.
    mutating func octet() -> UInt8? { take(1)?.first }

    /// A number of 32 bits.
    mutating func number() -> UInt32? {
        take(4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// So many octets, nil where fewer are left.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= remaining else { return nil }
        let start = octets.startIndex + position
        position += count
        return octets[start..<(start + count)]
    }
}
