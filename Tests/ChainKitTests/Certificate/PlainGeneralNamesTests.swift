import OpenSSLBridge
import Testing

@testable import ChainKit

/// What is read of a subjectAltName without OpenSSL is what OpenSSL reads of it.
struct PlainGeneralNamesTests {
    private let list = DERFraming.sequence(
        DERFraming.element(0x82, Array("mail.contoso.com".utf8)),
        DERFraming.element(0x87, [192, 0, 2, 1]),
        DERFraming.element(0x81, Array("ö@contoso.com".utf8)),
        DERFraming.element(0x86, [])
    )

    /// What OpenSSL makes of a list, nil where it takes it for none.
    private func decoded(_ der: [UInt8]) -> [GeneralName]? {
        der.withUnsafeBufferPointer { ExtensionDecoding.generalNames($0)?.map(GeneralName.init) }
    }

    private func plain(_ der: [UInt8]) -> [GeneralName]? {
        der.withUnsafeBufferPointer(PlainGeneralNames.names)
    }

    @Test func readsWhatOpenSSLReadsWhicheverOctetIsDamaged() throws {
        #expect(try #require(plain(list)).count == 4)
        var read = 0
        for position in list.indices {
            for damage in 0...255 as ClosedRange<UInt8> {
                var der = list
                der[position] ^= damage
                guard let names = plain(der) else { continue }
                #expect(names == decoded(der), "octet \(position), damage \(damage)")
                read += 1
            }
        }
        #expect(read > 1_000)
    }

    @Test func leavesToOpenSSLWhatHoldsASN1OrIsNotStrict() {
        let directory = DERFraming.element(0xa4, DERFraming.sequence([]))
        #expect(plain(DERFraming.sequence(directory)) == nil)
        #expect(plain(DERFraming.sequence([])) == nil)
        #expect(plain([0x30, 0x81, 0x02, 0x82, 0x00]) == nil)
        #expect(plain(list + [0x00]) == nil)
    }
}
