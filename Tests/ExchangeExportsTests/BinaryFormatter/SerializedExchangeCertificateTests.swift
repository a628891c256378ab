import ExchangeExports
import TestSupport
import Testing

@Suite("A serialized certificate of Exchange")
struct SerializedExchangeCertificateTests {
    private struct Fact {
        let thumbprint: String
        let services: Int64
        let rootCAType: Int64
        let friendlyName: String?
        var isExportable = true
        var webSites: [String] = []
        var provider: String? = "Microsoft RSA SChannel Cryptographic Provider"
    }

    private static let auth = Fact(
        thumbprint: "2D10A746D6BB8D795F1679AEBD89D5D2AE583CB7",
        services: 0,
        rootCAType: 0,
        friendlyName: "Microsoft Exchange Server Auth Certificate",
        provider: nil
    )
    private static let server = Fact(
        thumbprint: "611C687DFC4343A5A03E0005A1EC6E9B6AFF586D",
        services: 1 + 2 + 8,
        rootCAType: 3,
        friendlyName: "Microsoft Exchange",
        isExportable: false,
        webSites: ["IIS://WIN-CTD3L0RGEN4/W3SVC/1", "IIS://WIN-CTD3L0RGEN4/W3SVC/2"],
        provider: nil
    )
    private static let management = Fact(
        thumbprint: "3341CEAF3DF4D3A9527EC98BDD53C54ECC3E0620",
        services: 0,
        rootCAType: 3,
        friendlyName: "WMSVC-SHA2"
    )
    private static func development(_ services: Int64) -> Fact {
        Fact(
            thumbprint: "E267D459A0FB53D0EF225C11FAC062D522648C09",
            services: services,
            rootCAType: 0,
            friendlyName: "IIS Express Development Certificate"
        )
    }

    private static let exports: [String: [Fact]] = [
        "GetExchangeCertificate": [auth, server, development(0), management],
        "GetExchangeCertificateIncomplete": [development(16), management],
        "GetExchangeCertificateWithoutAuth": [server, development(0), management],
        "GetExchangeCertificateBroken": [],
    ]

    @Test("says what Exchange knew of it", arguments: exports.keys.sorted())
    func saysWhatExchangeKnew(_ name: String) throws {
        let facts = try #require(Self.exports[name])
        let objects = try RealExport.read(name).objects.filter { $0["SerializationData"] != nil }
        #expect(objects.count == facts.count)
        for (object, fact) in zip(objects, facts) {
            let octets = try #require(object["SerializationData"]?.octets)
            let certificate = try SerializedExchangeCertificate(octets: octets)
            #expect(certificate.identity == "WIN-CTD3L0RGEN4.exlab.dom\\\(fact.thumbprint)")
            #expect(certificate.server == "WIN-CTD3L0RGEN4.exlab.dom")
            #expect(certificate.services == fact.services)
            #expect(certificate.rootCAType == fact.rootCAType)
            #expect(certificate.status == 1)
            #expect(certificate.isSelfSigned == true)
            #expect(certificate.isPrivateKeyExportable == fact.isExportable)
            #expect(certificate.webSites == fact.webSites)
            let element = StoreElement(octets: try #require(certificate.storeElement))
            #expect(element.problems.isEmpty)
            #expect(element.certificate == object["RawData"]?.octets)
            #expect(element.friendlyName == fact.friendlyName)
            #expect(element.keyProvider?.name == fact.provider)
            #expect(element.keyProvider?.type == 12)
            #expect(element.keyProvider?.keySpec == 1)
        }
    }

    @Test("is written by the tests' writer octet by octet as Exchange wrote it")
    func isWrittenAsExchangeWroteIt() throws {
        for octets in try RealExport.streams("GetExchangeCertificate") {
            let certificate = try SerializedExchangeCertificate(octets: octets)
            guard certificate.webSites == [] else { continue }
            var writer = SerializedExchangeCertificateWriter(
                storeElement: try #require(certificate.storeElement)
            )
            writer.isSelfSigned = true
            writer.rootCAType = Int32(try #require(certificate.rootCAType))
            writer.identity = try #require(certificate.identity)
            #expect(writer.octets == octets)
        }
    }

    @Test("keeps numbers that have no name")
    func keepsNumbersWithoutAName() throws {
        var writer = SerializedExchangeCertificateWriter(storeElement: [])
        writer.status = 7
        writer.rootCAType = -3
        writer.services = 0x110
        let certificate = try SerializedExchangeCertificate(octets: writer.octets)
        #expect(certificate.status == 7)
        #expect(certificate.rootCAType == -3)
        #expect(certificate.services == 0x110)
        #expect(certificate.storeElement == [])
        #expect(certificate.server == nil)
    }

    @Test("finds members by name, wherever they stand, and leaves out what is not there")
    func findsMembersByName() throws {
        var stream = BinaryStreamWriter()
        stream.classInfo(4, 1, "Some.Other.ExchangeCertificate", ["Extra", "Services", "When", "Identity"])
        stream.append([2, 0, 0, 1, 8, 13])
        stream.append([10])
        stream.int32(24)
        stream.append([UInt8](repeating: 0x55, count: 8))
        stream.reference(5)
        stream.string(5, "MAIL\\00")
        stream.end()
        let certificate = try SerializedExchangeCertificate(octets: stream.octets)
        #expect(certificate.services == 24)
        #expect(certificate.identity == "MAIL\\00")
        #expect(certificate.server == "MAIL")
        #expect(certificate.storeElement == nil)
        #expect(certificate.status == nil)
        #expect(certificate.webSites == nil)
    }

    @Test("is refused where the stream holds another object")
    func isRefusedForAnotherObject() {
        var stream = BinaryStreamWriter()
        stream.classInfo(4, 1, "System.Diagnostics.Process", [])
        stream.end()
        #expect(throws: BinaryFormatterError.otherObject(type: "System.Diagnostics.Process")) {
            try SerializedExchangeCertificate(octets: stream.octets)
        }
    }
}
