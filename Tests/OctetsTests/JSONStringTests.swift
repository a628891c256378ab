import Testing

@testable import Octets

@Suite("JSON strings")
struct JSONStringTests {
    private static let characters: [Unicode.Scalar] = [
        "a", "Z", " ", "~", "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1f}", "\u{7f}", "\u{80}", "\u{ad}",
        "\u{e4}",
        "\u{180e}", "\u{2028}", "\u{202e}", "\u{6f22}", "\u{e000}", "\u{feff}", "\u{1f600}", "\u{e0041}",
    ]

    /// Character by character, as the comment above `JSONText` says.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": return "\\\""
            case "\\": return "\\\\"
            case "\n": return "\\n"
            case "\r": return "\\r"
            case "\t": return "\\t"
            default: break
            }
            guard scalar.isHidden else { return String(scalar) }
            return String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }.joined()
    }

    private func written(_ write: (inout OctetText) -> Void) -> String {
        var text = OctetText(expecting: 0)
        write(&text)
        return text.string
    }

    /// Texts of every length up to 40 with up to three odd characters anywhere.
    private static let texts: [String] = (0..<40).flatMap { length in
        characters.indices.map { first in
            var scalars = [Unicode.Scalar](repeating: "x", count: length)
            for turn in 0..<min(3, length) {
                scalars[(first * 7 + turn * 11) % length] = characters[(first + turn * 5) % characters.count]
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            return text
        }
    }

    @Test func areEscapedCharacterByCharacter() {
        for text in Self.texts {
            let expected = escaped(text)
            #expect(written { JSONString.appendContent(text, to: &$0) } == expected)
            #expect(written { JSONString.append(text, to: &$0) } == "\"\(expected)\"")
            #expect(written { JSONString.append(Array(text.utf8), to: &$0) } == "\"\(expected)\"")
        }
    }

    @Test(arguments: [
        [0xff], [0x61, 0xc3], [0xe2, 0x82, 0x61], [0x61, 0xf0, 0x9f, 0x98], [0xc0, 0x80, 0x22],
    ])
    func replaceWhatIsNoUTF8AsADecoderDoes(octets: [UInt8]) {
        for before in ["", "plain", "twenty octets before"] {
            let text = Array(before.utf8) + octets
            let expected = escaped(String(decoding: text, as: UTF8.self))
            #expect(written { JSONString.append(text, to: &$0) } == "\"\(expected)\"")
        }
    }
}
