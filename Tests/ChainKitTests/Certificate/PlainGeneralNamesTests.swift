import OpenSSLBridge
import Testing

@testable import ChainKit

/// What is read of a subjectAltName without OpenSSL is what OpenSSL reads of it.
struct PlainGeneralNamesTests {
    private let plain = DERFraming.sequence(
        DERFraming.element(0x82, Array("mail.contoso.com".utf8)),
        DERFraming.element(0x87, [192, 0, 2, 1]),
        DERFraming.element(0x81, Array("ö@contoso.com".utf8)),
        DERFraming.element(0x86, [])
    )

    /// What OpenSSL makes of a list, nil where it takes it for none.
    private func decoded(_ der: [UInt8]) -> [GeneralName]? {
        der.withUnsafeBufferPointer { ExtensionDecoding.generalNames($0)?.map(GeneralName.init) }
    }

    @Test func readsWhatOpenSSLReadsWhicheverOctetIsDamaged() throws {
        #expect(try #require(PlainGeneralNames.names(in: plain)).count == 4)
        var read = 0
        for position in plain.indices {
            for damage in 0...255 as ClosedRange<UInt8> {
                var der = plain
                der[position] ^= damage
                guard let names = PlainGeneralNames.names(in: der) else { continue }
                #expect(names == decoded(der), "octet \(position), damage \(damage)")
                read += 1
            }
        }
        #expect(read > 1_000)
    }

    @Test func leavesToOpenSSLWhatHoldsASN1OrIsNotStrict() {
        let directory = DERFraming.element(0xa4, DERFraming.sequence([]))
        #expect(PlainGeneralNames.names(in: DERFraming.sequence(directory)) == nil)
        #expect(PlainGeneralNames.names(in: DERFraming.sequence([])) == nil)
        #expect(PlainGeneralNames.names(in: [0x30, 0x81, 0x02, 0x82, 0x00]) == nil)
        #expect(PlainGeneralNames.names(in: plain + [0x00]) == nil)
    }
}
