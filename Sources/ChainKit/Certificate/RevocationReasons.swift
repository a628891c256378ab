/// A set of reasons for which a list may revoke: the bits of ReasonFlags (RFC 5280, 4.2.1.13).
public struct RevocationReasons: OptionSet, Sendable, Hashable {
    /// Bit n of the encoding is bit n here; bit 0 is unused.
    public let rawValue: UInt16

    /// Takes the bits as they are.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Every reason, keyCompromise to aACompromise: what a list without restriction covers.
    public static let all = RevocationReasons(rawValue: 0b1_1111_1110)

    init(bits: [Bool]) {
        let value = bits.prefix(9).enumerated().reduce(UInt16(0)) { $1.element ? $0 | 1 << $1.offset : $0 }
        self.init(rawValue: value & Self.all.rawValue)
    }
}
