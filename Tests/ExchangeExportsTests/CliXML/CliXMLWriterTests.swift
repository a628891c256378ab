import ExchangeExports
import TestSupport
import Testing

@Suite("What the tests' writer of CliXML writes")
struct CliXMLWriterTests {
    @Test("is read back equal")
    func isReadBackEqual() throws {
        let object = CliXMLObject(
            "Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector",
            text: "MAIL01\\Default & <Frontend>",
            properties: [
                "Fqdn": "mail.contoso.com", "RequireTLS": true, "Port": 25, "Large": 6_000_000_000,
                "Banner": nil,
                "Name": "a_x0041_\r\n\u{7}😀", "RawData": .octets([0, 1, 0xff]),
                "WhenChanged": .time("2026-01-02T03:04:05+01:00"), "Ratio": .primitive("Db", "0.5"),
                "AuthMechanism": .enumeration(type: "AuthMechanisms", name: "Tls, Integrated", number: 3),
                "Bindings": ["0.0.0.0:25", "[::]:25"],
                "TlsCertificateName": .tlsCertificateName(issuer: "CN=A", subject: "CN=B"),
            ],
            members: ["Table": .dictionary([("k", ["v"])])]
        )
        let content = CliXMLReader().read(CliXMLWriter.document([object, object]), path: "a.xml")
        #expect(content.problems.isEmpty)
        #expect(content.objects.count == 2)
        let read = try #require(content.objects.last)
        #expect(read.typeNames == object.typeNames + ["System.Object"])
        #expect(read.text == object.text)
        #expect(read["Fqdn"] == .text("mail.contoso.com"))
        #expect(read["RequireTLS"] == .flag(true))
        #expect(read["Port"] == .integer(25))
        #expect(read["Large"] == .integer(6_000_000_000))
        #expect(read["Banner"] == .null)
        #expect(read["Name"] == .text("a_x0041_\r\n\u{7}😀"))
        #expect(read["RawData"] == .octets([0, 1, 0xff]))
        #expect(read["Ratio"] == .text("0.5"))
        #expect(read["AuthMechanism"]?.object?.content == .integer(3))
        #expect(read["AuthMechanism"]?.object?.text == "Tls, Integrated")
        #expect(read["Bindings"] == .list([.text("0.0.0.0:25"), .text("[::]:25")], isCut: false))
        #expect(read["TlsCertificateName"]?.object?.text == "<I>CN=A<S>CN=B")
        #expect(read["Table"]?.object?["k"] == .list([.text("v")], isCut: false))
    }

    @Test("of a certificate is read back with all that Exchange knows of it")
    func certificateIsReadBack() throws {
        var template = ExchangeCertificateTemplate(der: [0x30, 0x00])
        template.services = 24
        template.rootCAType = 3
        template.server = "ex01.contoso.local"
        template.provider = .keyStorage
        template.friendlyName = "Contoso mail"
        let content = CliXMLReader().read(CliXMLWriter.document([template.object]), path: "a.xml")
        let object = try #require(content.objects.first)
        #expect(object["RawData"] == .octets([0x30, 0x00]))
        let certificate = try SerializedExchangeCertificate(
            octets: try #require(object["SerializationData"]?.octets)
        )
        #expect(certificate.services == 24)
        #expect(certificate.status == 1)
        #expect(certificate.rootCAType == 3)
        #expect(certificate.server == "ex01.contoso.local")
        #expect(certificate.identity?.hasSuffix(template.thumbprint) == true)
        let element = StoreElement(octets: try #require(certificate.storeElement))
        #expect(element.certificate == template.der)
        #expect(element.friendlyName == "Contoso mail")
        #expect(element.keyProvider?.type == 0)
    }

    @Test("of a certificate may lack what Exchange knows of it")
    func certificateMayLackSerializationData() {
        var template = ExchangeCertificateTemplate(der: [0x30, 0x00])
        template.hasSerializationData = false
        let content = CliXMLReader().read(CliXMLWriter.document([template.object]), path: "a.xml")
        #expect(content.objects.first?["SerializationData"] == nil)
        #expect(content.objects.first?["RawData"] != nil)
    }
}
