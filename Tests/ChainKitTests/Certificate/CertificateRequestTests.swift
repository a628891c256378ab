import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateRequestTests {
    @Test(arguments: [false, true])
    func readsNameKeyAndExtensions(_ usesMicrosoftAttribute: Bool) throws {
        var template = CertificateRequestTemplate(
            "mail.contoso.com",
            names: ["mail.contoso.com", "a.contoso.com"]
        )
        template.addresses = [[192, 0, 2, 1]]
        template.extendedKeyUsage = ["serverAuth"]
        template.key = .kept(.rsa(2_048))
        template.usesMicrosoftAttribute = usesMicrosoftAttribute
        let request = try CertificateRequest(der: template.der)
        #expect(request.subject.rfc4514 == "CN=mail.contoso.com")
        #expect(request.publicKey.name == "RSA-2048")
        #expect(
            request.subjectAlternativeNames.map(\.printed) == [
                "mail.contoso.com", "a.contoso.com", "192.0.2.1",
            ]
        )
        #expect(request.extendedKeyUsage == [.serverAuthentication])
    }

    @Test func refusesWhatIsNoRequest() {
        #expect(throws: CertificateError.self) { try CertificateRequest(der: [0x30, 0x00]) }
        #expect(throws: CertificateError.self) { try CertificateRequest(der: Forge.authority("Root").der) }
        #expect(throws: CertificateError.self) {
            try CertificateRequest(der: CertificateRequestTemplate("mail").der + [0])
        }
    }

    @Test(arguments: ["UTF-8", "UTF-16"])
    func isFoundInFilesOfEitherEncoding(_ encoding: String) throws {
        let template = CertificateRequestTemplate("mail.contoso.com")
        let der = template.der
        let text = PEMWriter.block("NEW CERTIFICATE REQUEST", der)
        let octets =
            encoding == "UTF-8"
            ? Array(text.utf8) : [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        #expect(InputReader().read(octets, path: "request").requests == [der])
    }

    @Test func isFoundAsDER() {
        let der = CertificateRequestTemplate("mail.contoso.com").der
        #expect(InputReader().read(der, path: "request").requests == [der])
    }
}
