import OpenSSLBridge
import Testing

@testable import ChainKit

/// What is read of a Name without OpenSSL is what OpenSSL reads of it.
struct PlainNameTests {
    private func attribute(_ arc: UInt8, _ tag: UInt8, _ octets: [UInt8]) -> [UInt8] {
        DERFraming.sequence(
            DERFraming.element(DERReader.Tag.objectIdentifier, [0x55, 0x04, arc]),
            DERFraming.element(tag, octets)
        )
    }

    private func name(_ relativeNames: [[UInt8]]) -> [UInt8] {
        DERFraming.sequence(relativeNames.flatMap { DERFraming.element(DERReader.Tag.set, $0) })
    }

    private func plain(_ der: [UInt8]) -> [DistinguishedName.Attribute]? {
        der.withUnsafeBufferPointer(PlainName.attributes)
    }

    /// What OpenSSL makes of a Name, nil where it takes it for none.
    private func decoded(_ der: [UInt8]) -> [DistinguishedName.Attribute]? {
        var attributes: [DistinguishedName.Attribute] = []
        let isName = der.withUnsafeBufferPointer { encoded in
            NameDecoding.forEachAttribute(ofNameDER: encoded) {
                attributes.append(DistinguishedName.Attribute($0))
            }
        }
        return isName ? attributes : nil
    }

    @Test func readsWhatOpenSSLReadsWhicheverOctetIsDamaged() throws {
        let sound = name([
            attribute(6, 0x13, Array("DE".utf8)), attribute(10, 0x0c, Array("Müller & Söhne".utf8)),
            attribute(11, 0x16, Array("mail".utf8)) + attribute(3, 0x0c, Array("mail.contoso.com".utf8)),
            attribute(5, 0x12, Array("12 34".utf8)), attribute(3, 0x0c, []),
        ])
        #expect(try #require(plain(sound)).map(\.relativeName) == [0, 1, 2, 2, 3, 4])
        var read = 0
        for position in sound.indices {
            for damage in 0...255 as ClosedRange<UInt8> {
                var der = sound
                der[position] ^= damage
                guard let attributes = plain(der) else { continue }
                #expect(attributes == decoded(der), "octet \(position), damage \(damage)")
                read += 1
            }
        }
        #expect(read > 5_000)
    }

    @Test func readsTheEmptyNameAsOpenSSLDoes() {
        #expect(plain(DERFraming.sequence([])) == [])
        #expect(decoded(DERFraming.sequence([])) == [])
    }

    @Test func leavesToOpenSSLWhatIsNoPlainTextOrNotStrict() {
        #expect(plain(name([attribute(3, 0x14, Array("a".utf8))])) == nil)
        #expect(plain(name([attribute(3, 0x1e, [0x00, 0x61])])) == nil)
        #expect(plain(name([attribute(3, 0x13, [0xfc])])) == nil)
        #expect(plain(name([attribute(3, 0x0c, [0xc3])])) == nil)
        #expect(plain(name([[]])) == nil)
        let sound = name([attribute(3, 0x13, Array("a".utf8))])
        #expect(plain(sound) != nil)
        #expect(plain(sound + [0x00]) == nil)
        #expect(plain(name([attribute(3, 0x0c, [UInt8](repeating: 0x61, count: 0x1_0000))])) == nil)
    }
}
