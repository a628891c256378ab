import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Certificate facts")
struct CertificateTests {
    @Test func readsWhatTheIssuerWrote() throws {
        let root = Forge.authority("Alpha Root")
        let leaf = root.issue("mail.contoso.com", names: ["mail.contoso.com", "*.contoso.com"]) {
            $0.addresses = [[192, 0, 2, 1]]
            $0.emails = ["postmaster@contoso.com"]
            $0.serial = [0x00, 0xff, 0x01]
            $0.key = .kept(.p256)
        }
        let certificate = try Certificate(der: leaf.der)
        #expect(certificate.version == 3)
        #expect(certificate.serialNumber.hexadecimal == "ff01")
        #expect(certificate.subject.rfc4514 == "CN=mail.contoso.com")
        #expect(certificate.issuer.rfc4514 == "CN=Alpha Root")
        #expect(certificate.notBefore.instant?.date == "2026-01-01")
        #expect(certificate.notAfter.instant?.date == "2027-01-01")
        #expect(certificate.publicKey.name == "P-256")
        #expect(certificate.signatureAlgorithm.name == "ecdsa-with-SHA256")
        #expect(certificate.keyUsage == [.digitalSignature, .keyEncipherment])
        #expect(certificate.extendedKeyUsage == [.serverAuthentication, .clientAuthentication])
        #expect(certificate.basicConstraints == .notAuthority)
        #expect(
            Set(certificate.subjectAlternativeNames) == [
                .dns(Array("mail.contoso.com".utf8)), .dns(Array("*.contoso.com".utf8)), .ip([192, 0, 2, 1]),
                .email(Array("postmaster@contoso.com".utf8)),
            ]
        )
        #expect(certificate.authorityKeyIdentifier == (try Certificate(der: root.der)).subjectKeyIdentifier)
        #expect(certificate.encodingDefects.isEmpty)
        #expect(!certificate.isSelfIssued)
    }

    @Test func readsRSAKeysWithTheirSize() throws {
        let certificate = try Certificate(
            der: Forge.selfSigned("a.example") { $0.key = .kept(.rsa(1024)) }.der
        )
        #expect(certificate.publicKey.kind == .rsa(bits: 1024))
        #expect(certificate.publicKey.numberDefect == nil)
    }

    @Test func takesNoSignatureThatIsNoWholeNumberOfOctets() throws {
        var der = Forge.selfSigned("a.example").der
        let layout = try #require(CertificateLayout(der))
        // The octet before the signature counts the bits of its last octet that are not meant.
        der[layout.signature.lowerBound - 1] = 1
        #expect(try Certificate(der: der).signature.isEmpty)
    }

    @Test func keepsNegativeSerialNumbers() throws {
        let certificate = try Certificate(der: Forge.selfSigned("a.example") { $0.serial = [0x80] }.der)
        #expect(certificate.serialNumber.hexadecimal == "-80")
    }

    @Test func readsACertificateWhoseExtensionIsGarbageAndSaysSo() throws {
        let forged = Forge.selfSigned("a.example") {
            $0.names = []
            $0.extensions = [ForgedExtension("subjectAltName", value: [0x30, 0x84, 0xff])]
        }
        let certificate = try Certificate(der: forged.der)
        #expect(
            certificate.encodingDefects == [.extensionValue(CertificateExtension.Identifier.subjectAltName)]
        )
        #expect(certificate.subjectAlternativeNames.isEmpty)
    }

    @Test func flagsAnExtensionThatStandsTwice() throws {
        let forged = Forge.selfSigned("a.example") {
            $0.extensions = [ForgedExtension("keyUsage", isCritical: true, value: [0x03, 0x02, 0x05, 0xa0])]
        }
        let certificate = try Certificate(der: forged.der)
        #expect(certificate.encodingDefects == [.repeatedExtension(CertificateExtension.Identifier.keyUsage)])
    }

    @Test func readsAVersionThatNoNumberHolds() throws {
        let version = DERWriter.element(0xa0, [0x02, 0x08, 0x7f] + [UInt8](repeating: 0xff, count: 7))
        let octets = Forge.selfSigned("a.example").replacing([0xa0, 3, 2, 1, 2], with: version)
        let certificate = try Certificate(der: octets)
        #expect(certificate.version == .max)
        #expect(certificate.encodingDefects.contains(.version(.max)))
    }

    /// OpenSSL's accessor gives a BOOLEAN as a pointer that must not be followed.
    @Test func readsAlgorithmsWhoseParametersAreABoolean() throws {
        let forged = Forge.selfSigned("a.example") { $0.key = .kept(.rsa(1_024)) }
        for name in ["sha256WithRSAEncryption", "rsaEncryption"] {
            let identifier = DERWriter.identifier(name)
            for flag in [[0x01, 0x01, 0xff], [0x01, 0x01, 0x00]] as [[UInt8]] {
                let octets = forged.replacing(
                    DERWriter.sequence(identifier, [0x05, 0x00]),
                    with: DERWriter.sequence(identifier, flag)
                )
                #expect(try Certificate(der: octets).publicKey.kind == .rsa(bits: 1_024))
            }
        }
    }

    @Test func flagsEachExtensionThatStandsAgainOnce() throws {
        let identifiers = ["1.2.3.4", "1.2.3.5"].map { ObjectIdentifier(dotted: $0) }
        let forged = Forge.selfSigned("a.example") {
            $0.extensions = (0..<6).map { ForgedExtension("1.2.3.\(4 + $0 % 3 % 2)", value: [0x05, 0x00]) }
        }
        let defects = try Certificate(der: forged.der).encodingDefects
        #expect(defects == identifiers.compactMap { $0.map(EncodingDefect.repeatedExtension) })
    }

    @Test(arguments: [0, 1, 2, 40, 200])
    func refusesACertificateThatIsCut(_ length: Int) {
        let der = Forge.selfSigned("a.example").der
        #expect(throws: CertificateError.self) { try Certificate(der: Array(der.prefix(length))) }
    }

    @Test func refusesOctetsAfterTheCertificate() {
        let der = Forge.selfSigned("a.example").der
        #expect(throws: CertificateError.self) { try Certificate(der: der + [0]) }
    }

    @Test func isEqualByItsOctetsAlone() throws {
        let der = Forge.selfSigned("a.example").der
        let other = Forge.selfSigned("a.example").der
        #expect(try Certificate(der: der) == Certificate(der: der))
        #expect(try Certificate(der: der) != Certificate(der: other))
    }
}
