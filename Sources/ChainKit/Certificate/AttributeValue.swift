/// An attribute's value as text, with what is odd about its encoding.
public struct AttributeValue: Sendable, Hashable {
    /// The text.
    ///
    /// Where the octets do not fit their string type, U+FFFD stands for what could not be read; for a value
    /// that is no string type, the octets in hexadecimal after a `#`.
    public let text: String
    /// Whether the octets fit their string type.
    public let isWellFormed: Bool

    /// Decodes a value by its ASN.1 universal tag number.
    ///
    /// T61String is read as Latin-1, as Windows and every CA that still used it did, not as T.61.
    init(tag: Int, octets: UnsafeBufferPointer<UInt8>) {
        switch tag {
        case 12, 18, 19, 20, 22, 26:
            if octets.allSatisfy({ $0 < 0x80 }) {
                self.init(text: String(decoding: octets, as: UTF8.self), isWellFormed: true)
            } else if tag == 20 {
                self.init(unicode: octets.lazy.map { UInt32($0) })
            } else {
                let text = String(decoding: octets, as: UTF8.self)
                self.init(
                    text: text,
                    isWellFormed: tag == 12 && String(validating: octets, as: UTF8.self) != nil
                )
            }
        case 30:
            let units = stride(from: 0, to: octets.count - 1, by: 2).map {
                UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1])
            }
            let isWellFormed = octets.count % 2 == 0 && String(validating: units, as: UTF16.self) != nil
            self.init(text: String(decoding: units, as: UTF16.self), isWellFormed: isWellFormed)
        case 28:
            let scalars = stride(from: 0, to: octets.count - 3, by: 4).map { start in
                octets[start..<(start + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            }
            self.init(unicode: scalars, isComplete: octets.count % 4 == 0)
        default:
            self.init(text: "#" + Hexadecimal.string(octets), isWellFormed: false)
        }
    }

    private init(text: String, isWellFormed: Bool) {
        self.text = text
        self.isWellFormed = isWellFormed
    }

    private init(unicode values: some Sequence<UInt32>, isComplete: Bool = true) {
        var text = String.UnicodeScalarView()
        var isWellFormed = isComplete
        for value in values {
            if let scalar = Unicode.Scalar(value) {
                text.append(scalar)
            } else {
                text.append("\u{fffd}")
                isWellFormed = false
            }
        }
        self.init(text: String(text), isWellFormed: isWellFormed)
    }
}
