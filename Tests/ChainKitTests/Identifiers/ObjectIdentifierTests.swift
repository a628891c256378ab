import Forges
import Testing

@testable import ChainKit

@Suite("Object identifiers")
struct ObjectIdentifierTests {
    @Test(arguments: [
        "1.2.840.113549.1.1.11", "2.5.29.17", "0.9.2342.19200300.100.1.25", "1.3.6.1.4.1.311.10.11.104",
        "2.999.1", "1.3.6.1.4.1.18446744073709551615", "2.16.840.1.101.3.4.3.19.1.2.3.4.5.6.7.8",
    ])
    func printsWhatItRead(_ text: String) throws {
        let identifier = try #require(ObjectIdentifier(dotted: text))
        #expect(identifier.dotted == text)
        #expect(ObjectIdentifier(derContent: identifier.derContent) == identifier)
    }

    @Test(arguments: ["", "1", "3.1", "1.40", "1.2.", "1.2.x", "1.2.-3", "1.2.99999999999999999999999"])
    func refusesWhatIsNone(_ text: String) {
        #expect(ObjectIdentifier(dotted: text) == nil)
    }

    @Test func tellsInlineIdentifiersOfDifferentLengthApart() {
        #expect(ObjectIdentifier(derContent: [1, 0]) != ObjectIdentifier(derContent: [1]))
    }

    @Test func printsAnArcBeyond64BitsAsOctets() {
        let octets = [UInt8](repeating: 0xff, count: 12) + [0x7f]
        #expect(ObjectIdentifier(derContent: octets).dotted.hasPrefix("0xff"))
    }

    @Test(arguments: 0...127 as ClosedRange<UInt8>)
    func anArcOfAnExtensionIsWhatItsTextSays(arc: UInt8) {
        #expect(ObjectIdentifier(ofExtension: arc) == ObjectIdentifier(dotted: "2.5.29.\(arc)"))
    }
}
