/// A certificate's serial number: any length, sign kept.
public struct SerialNumber: Sendable, Hashable {
    /// The magnitude, big endian, as OpenSSL gives it.
    public let magnitude: [UInt8]
    /// RFC 5280, 4.1.2.2 wants positive numbers; some certificates have others.
    public let isNegative: Bool

    /// Lower-case hexadecimal text with a leading minus where the number is negative; `00` for zero.
    public var hexadecimal: String {
        (isNegative ? "-" : "") + (magnitude.isEmpty ? "00" : Hexadecimal.string(magnitude))
    }

    /// Appends ``hexadecimal`` to text that is being written.
    func appendHexadecimal(to text: inout OctetText) {
        if isNegative { text.append(UInt8(ascii: "-")) }
        if magnitude.isEmpty {
            text.append("00" as StaticString)
        } else {
            Hexadecimal.append(magnitude, to: &text)
        }
    }
}
