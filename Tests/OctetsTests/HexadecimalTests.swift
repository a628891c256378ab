import Testing

@testable import Octets

@Suite("Hexadecimal text")
struct HexadecimalTests {
    /// Every octet, at every place of a block and behind the last one.
    private static let samples =
        (0..<70).map { length in (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length * 5) } }
        + [Array(0...255)]

    private func digits(of octets: [UInt8], upperCase: Bool) -> String {
        octets.map { octet in
            (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: upperCase)
        }.joined()
    }

    @Test(arguments: [false, true])
    func writesTwoDigitsForEachOctet(upperCase: Bool) {
        for octets in Self.samples {
            let expected = digits(of: octets, upperCase: upperCase)
            #expect(Hexadecimal.string(octets, upperCase: upperCase) == expected)
            #expect(Hexadecimal.string(octets[...], upperCase: upperCase) == expected)
            var text = OctetText()
            Hexadecimal.append(octets, upperCase: upperCase, to: &text)
            #expect(text.string == expected)
        }
    }

    @Test func readsWhatItWrites() {
        for octets in Self.samples {
            #expect(Hexadecimal.octets(Hexadecimal.string(octets)) == octets)
            #expect(Hexadecimal.octets(Hexadecimal.string(octets, upperCase: true)) == octets)
        }
    }
}
