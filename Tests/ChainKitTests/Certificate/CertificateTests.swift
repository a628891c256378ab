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
