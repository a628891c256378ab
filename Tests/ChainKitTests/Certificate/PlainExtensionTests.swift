import OpenSSLBridge
import Testing

@testable import ChainKit

/// What is read of an extension's envelope without OpenSSL is what OpenSSL reads of it.
struct PlainExtensionTests {
    private func envelope(_ identifier: ObjectIdentifier, _ flag: [UInt8], _ value: [UInt8]) -> [UInt8] {
        DERFraming.sequence(
            DERFraming.identifier(identifier),
            flag,
            DERFraming.element(DERReader.Tag.octetString, value)
        )
    }

    private func plain(_ der: [UInt8]) -> CertificateExtension? {
        der.withUnsafeBufferPointer { encoded in
            guard let plain = PlainExtension.read(encoded) else { return nil }
            return CertificateExtension(
                identifier: plain.identifier,
                isCritical: plain.isCritical,
                value: Array(plain.value)
            )
        }
    }

    /// What OpenSSL makes of an extension, nil where it takes it for none.
    private func decoded(_ der: [UInt8]) -> CertificateExtension? {
        var found: CertificateExtension?
        let isItem = der.withUnsafeBufferPointer { encoded in
            ExtensionDecoding.item(encoded) { item in
                found = CertificateExtension(
                    identifier: ObjectIdentifier(derContent: item.identifier),
                    isCritical: item.isCritical,
                    value: Array(item.value)
                )
            }
        }
        return isItem ? found : nil
    }

    @Test func readsWhatOpenSSLReadsWhicheverOctetIsDamaged() {
        let identifier = CertificateExtension.Identifier.subjectKeyIdentifier
        var read = 0
        for sound in [
            envelope(identifier, [], [0x04, 0x02, 0x01, 0x02]),
            envelope(
                identifier,
                DERFraming.element(DERReader.Tag.boolean, [0xff]),
                [UInt8](repeating: 7, count: 200)
            ),
            envelope(identifier, [], []),
            envelope(CertificateExtension.Identifier.signedCertificateTimestamps, [], [0x04, 0x00]),
        ] {
            #expect(plain(sound) != nil)
            for position in sound.indices {
                for damage in 0...255 as ClosedRange<UInt8> {
                    var der = sound
                    der[position] ^= damage
                    guard let item = plain(der) else { continue }
                    #expect(item == decoded(der), "octet \(position), damage \(damage)")
                    read += 1
                }
            }
        }
        #expect(read > 10_000)
    }

    @Test func leavesToOpenSSLWhatIsNotStrict() {
        let identifier = CertificateExtension.Identifier.keyUsage
        #expect(plain(envelope(identifier, DERFraming.element(DERReader.Tag.boolean, [0x01]), [])) == nil)
        #expect(plain(envelope(identifier, DERFraming.element(DERReader.Tag.boolean, [0x00]), [])) == nil)
        #expect(plain(envelope(identifier, [], []) + [0x00]) == nil)
    }
}
