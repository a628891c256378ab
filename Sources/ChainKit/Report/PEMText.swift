/// Writes PEM (RFC 7468).
enum PEMText {
    private static let alphabet: StaticString =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    /// A certificate with armour, lines of 64 characters.
    static func certificate(_ der: [UInt8]) -> String {
        var text: [UInt8] = Array("-----BEGIN CERTIFICATE-----\n".utf8)
        for start in stride(from: 0, to: der.count, by: 48) {
            appendBase64(der[start..<min(start + 48, der.count)], to: &text)
            text.append(UInt8(ascii: "\n"))
        }
        text += "-----END CERTIFICATE-----\n".utf8
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendBase64(_ octets: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let letters = alphabet.utf8Start
        for start in stride(from: octets.startIndex, to: octets.endIndex, by: 3) {
            let group = octets[start..<min(start + 3, octets.endIndex)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0..<4 {
                let isFilled = position <= group.count
                text.append(isFilled ? letters[bits >> (18 - 6 * position) & 0x3f] : UInt8(ascii: "="))
            }
        }
    }
}
