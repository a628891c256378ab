import Forges
import Testing

@testable import ChainKit

/// What compares equal has one fingerprint: were it not so, a trusted root would not be found.
struct NameFingerprintTests {
    private typealias Attribute = (type: [UInt8], tag: UInt8, text: String)

    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]
    private static let organization: [UInt8] = [0x55, 0x04, 0x0a]

    private func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        precondition(content.count < 0x80)
        return [tag, UInt8(content.count)] + content
    }

    private func name(_ relativeNames: [[Attribute]]) -> [UInt8] {
        element(
            0x30,
            relativeNames.flatMap { attributes in
                element(
                    0x31,
                    attributes.flatMap {
                        element(0x30, element(0x06, $0.type) + element($0.tag, Array($0.text.utf8)))
                    }
                )
            }
        )
    }

    private func common(_ text: String, tag: UInt8 = 0x0c) -> Attribute { (Self.commonName, tag, text) }

    private func key(_ der: [UInt8]) throws -> NameComparisonKey {
        NameComparisonKey(try #require(DistinguishedName(der: der)))
    }

    @Test(arguments: [
        ("Example Root", 0x13), ("EXAMPLE root", 0x0c), ("  Example \t Root ", 0x0c), ("example root", 0x16),
    ])
    func caseBlanksAndStringTypeLeaveNoTrace(text: String, tag: Int) throws {
        let plain = name([[common("Example Root")]])
        let other = name([[common(text, tag: UInt8(tag))]])
        #expect(try key(plain) == key(other))
        #expect(NameFingerprint.value(of: plain) == NameFingerprint.value(of: other))
        #expect(NameFingerprint.value(of: plain) != nil)
    }

    @Test func theOrderWithinARelativeNameLeavesNoTrace() throws {
        let organization: Attribute = (Self.organization, 0x0c, "Example")
        let one = name([[common("Root"), organization]])
        let other = name([[organization, common("Root")]])
        #expect(try key(one) == key(other))
        #expect(NameFingerprint.value(of: one) == NameFingerprint.value(of: other))
    }

    @Test func typesTextsAndTheOrderOfRelativeNamesTellNamesApart() {
        let organization: Attribute = (Self.organization, 0x0c, "Root")
        let names = [
            name([[common("Root")]]), name([[organization]]), name([[common("Roots")]]),
            name([[common("Root")], [organization]]), name([[organization], [common("Root")]]),
            name([[common("Root"), organization]]), name([]),
        ]
        #expect(Set(names.map(NameFingerprint.value)).count == names.count)
    }

    @Test func whatOnlyDecodingCanCompareHasNone() {
        #expect(NameFingerprint.value(of: name([[common("Å")]])) == nil)
        #expect(NameFingerprint.value(of: name([[common("A", tag: 0x14)]])) == nil)
        #expect(NameFingerprint.value(of: [0x30, 0x02, 0x31]) == nil)
        #expect(NameFingerprint.value(of: name([[common("A")]]) + [0]) == nil)
    }

    @Test func subjectsOfMicrosoftsListThatCompareEqualHaveOneFingerprint() throws {
        let list = try MicrosoftRootList.embedded()
        var fingerprints: [NameComparisonKey: Set<UInt64?>] = [:]
        var withoutOne = 0
        for entry in list.entries {
            let subject = try #require(list.certificate(of: entry.thumbprint)).subject
            let fingerprint = NameFingerprint.value(of: subject.der)
            if fingerprint == nil { withoutOne += 1 }
            fingerprints[NameComparisonKey(subject), default: []].insert(fingerprint)
        }
        #expect(fingerprints.values.allSatisfy { $0.subtracting([nil]).count <= 1 })
        // Else the list would be decoded at each start after all.
        #expect(withoutOne < list.entries.count / 10)
    }
}
