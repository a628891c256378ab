internal import COpenSSL

/// Writes DER for tests; what it is given may be as wrong as the test needs.
package enum DERWriter {
    package static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        var length: [UInt8] = []
        var rest = content.count
        repeat {
            length.insert(UInt8(rest & 0xff), at: 0)
            rest >>= 8
        } while rest > 0
        let isShort = content.count < 0x80
        return [tag] + (isShort ? length : [0x80 | UInt8(length.count)] + length) + content
    }

    package static func sequence(_ elements: [UInt8]...) -> [UInt8] {
        element(0x30, elements.flatMap(\.self))
    }

    package static func set(_ elements: [UInt8]...) -> [UInt8] { element(0x31, elements.flatMap(\.self)) }

    package static func octetString(_ content: [UInt8]) -> [UInt8] { element(0x04, content) }

    /// A named bit list (X.690, 11.2.2): bit 0 first, trailing zeros left out.
    package static func bits(_ positions: some Collection<Int>) -> [UInt8] {
        guard let last = positions.max() else { return element(0x03, [0]) }
        var octets = [UInt8](repeating: 0, count: last / 8 + 1)
        for position in positions { octets[position / 8] |= 0x80 >> UInt8(position % 8) }
        return element(0x03, [UInt8(7 - last % 8)] + octets)
    }

    package static func integer(_ value: Int) -> [UInt8] {
        var octets: [UInt8] = []
        var rest = value
        repeat {
            octets.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        } while !(rest == 0 && octets[0] < 0x80) && !(rest == -1 && octets[0] >= 0x80)
        return element(0x02, octets)
    }

    /// An object identifier from dotted text or one of OpenSSL's short names.
    package static func identifier(_ text: String) -> [UInt8] {
        let object = must(OBJ_txt2obj(text, 0))
        defer { ASN1_OBJECT_free(object) }
        return encoded { i2d_ASN1_OBJECT(object, $0) }
    }
}
