import Forges
import OpenSSLBridge
import TestSupport
import Testing

@testable import ChainKit
@testable import Octets

/// What is read of a certificate's frame without OpenSSL is what OpenSSL reads of it.
struct PlainCertificateTests {
    /// The parts as plain values, to be compared.
    private struct Parts: Equatable {
        let version: Int
        let serialNumber: SerialNumber
        let encoded: [[UInt8]?]
        let times: [[UInt8]?]
        let key: [UInt8]?
        let extensions: [[UInt8]]

        init(_ parts: borrowing some CertificateParts & ~Copyable) {
            version = parts.version
            serialNumber = parts.serialNumber
            var encoded: [[UInt8]?] = []
            for part in [.issuer, .subject, .keyAlgorithm, .signedSignatureAlgorithm, .signatureAlgorithm]
                as [X509Handle.EncodedPart]
            {
                encoded.append(parts.lend(part) { Array($0) })
            }
            self.encoded = encoded
            times = [
                parts.time(.notBefore) { [UInt8($0)] + Array($1) },
                parts.time(.notAfter) { [UInt8($0)] + Array($1) },
            ]
            key = parts.publicKey { Array($0) }
            var extensions: [[UInt8]] = []
            let areAllRead = parts.forEachExtension {
                extensions.append(Array($0))
                return true
            }
            #expect(areAllRead && parts.extensionCount == extensions.count)
            self.extensions = extensions
        }
    }

    private func plain(_ der: [UInt8]) -> Parts? {
        der.withUnsafeBufferPointer { PlainCertificate($0).map { Parts($0) } }
    }

    /// What OpenSSL makes of a certificate, nil where it takes it for none.
    private func decoded(_ der: [UInt8]) -> Parts? {
        der.withUnsafeBufferPointer { octets in
            guard let handle = try? X509Handle(der: octets) else { return nil }
            return Parts(handle)
        }
    }

    private func certificates() -> [ForgedCertificate] {
        let authority = Forge.authority("Alpha Root")
        return [authority, authority.issue("mail.contoso.com"), Forge.selfSigned("host.contoso.com")]
    }

    @Test func readsWhatOpenSSLReadsWhicheverOctetIsDamaged() {
        var read = 0
        for certificate in certificates() {
            #expect(plain(certificate.der) != nil)
            #expect(plain(certificate.der) == decoded(certificate.der))
            for position in certificate.der.indices {
                for damage in [0x01, 0x02, 0x04, 0x10, 0x20, 0x40, 0x7f, 0x80, 0xff] as [UInt8] {
                    var der = certificate.der
                    der[position] ^= damage
                    guard let parts = plain(der) else { continue }
                    #expect(parts == decoded(der), "octet \(position), damage \(damage)")
                    read += 1
                }
            }
        }
        #expect(read > 5_000)
    }

    @Test func frameIsTheOneThatTheLayoutReads() throws {
        for certificate in certificates() {
            let layout = try #require(CertificateLayout(certificate.der))
            let plain = certificate.der.withUnsafeBufferPointer { PlainCertificate($0)?.layout }
            #expect(plain == layout)
        }
    }

    @Test func leavesToOpenSSLWhatIsNotStrict() {
        for certificate in certificates() {
            #expect(plain(certificate.der + [0x00]) == nil)
            #expect(plain(Array(certificate.der.dropLast())) == nil)
            #expect(plain([]) == nil)
        }
    }
}

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
