import TestSupport
import Testing

/// Single certificates that are built to break what parses them.
@Suite("Hostile certificates")
struct HostileCertificateTests {
    private let folder = TemporaryFolder()

    /// Inspects and audits one file, and gives what `inspect` said.
    private func inspect(_ octets: [UInt8], as name: String = "a.cer") throws -> [String: Any] {
        let path = folder.write(octets, to: name)
        _ = try Run(["audit", path, "--domain", "mail.contoso.com", "--format", "json"]).json()
        return try Run(["inspect", path, "--format", "json"]).json()
    }

    private func certificates(_ json: [String: Any]) -> [[String: Any]] {
        json["certificates"] as? [[String: Any]] ?? []
    }

    @Test func tenThousandNames() throws {
        let leaf = Forge.selfSigned("mail.contoso.com") {
            $0.names = (0..<10_000).map { "host-\($0).contoso.com" } + ["mail.contoso.com"]
        }
        let found = certificates(try inspect(leaf.der))
        #expect((found.first?["subjectAlternativeNames"] as? [Any])?.count == 10_001)
    }

    @Test func aThousandExtensions() throws {
        let leaf = Forge.selfSigned("mail.contoso.com") {
            $0.extensions = (0..<1_000).map { ForgedExtension("1.2.3.4.\($0)", value: [0x05, 0x00]) }
        }
        #expect(certificates(try inspect(leaf.der)).count == 1)
    }

    @Test func anExtensionThatStandsFiftyThousandTimes() throws {
        let one = DERWriter.sequence(DERWriter.identifier("1.2.3.4"), DERWriter.octetString([0x05, 0x00]))
        let leaf = Forge.selfSigned("mail.contoso.com")
        let first = DERWriter.sequence(
            DERWriter.identifier("extendedKeyUsage"),
            DERWriter.octetString(
                DERWriter.sequence(["serverAuth", "clientAuth"].flatMap(DERWriter.identifier))
            )
        )
        let many = [[UInt8]](repeating: one, count: 50_000).flatMap(\.self)
        let octets = leaf.replacing(first, with: many)
        try #require(octets != leaf.der)
        #expect(certificates(try inspect(octets)).count == 1)
    }

    @Test func aSerialNumberOfHalfAMegabyte() throws {
        let serial = [0x7f] + [UInt8](repeating: 0x11, count: 500_000)
        #expect(
            certificates(try inspect(Forge.selfSigned("a.example") { $0.serial = serial }.der)).count == 1
        )
    }

    @Test func aSubjectOfTwoThousandAttributes() throws {
        let attributes = (0..<2_000).map { (type: "OU", value: "Unit \($0)") }
        let leaf = Forge.selfSigned("mail.contoso.com") { $0.subject = attributes }
        #expect(certificates(try inspect(leaf.der)).count == 1)
    }

    @Test func anExtensionNestedTwoThousandDeep() throws {
        let deep = (0..<2_000).reduce(into: [0x05, 0x00] as [UInt8]) { value, _ in
            value = DERWriter.sequence(value)
        }
        for identifier in ["nameConstraints", "subjectAltName", "certificatePolicies", "1.2.3.4"] {
            let leaf = Forge.selfSigned("mail.contoso.com") {
                $0.names = []
                $0.extensions = [ForgedExtension(identifier, value: deep)]
            }
            #expect(certificates(try inspect(leaf.der)).count == 1)
        }
    }

    @Test func indefiniteLengthsInsideEachOtherWithoutEnd() throws {
        let octets = [[UInt8]](repeating: [0x30, 0x80], count: 500_000).flatMap(\.self)
        #expect(certificates(try inspect(octets)).isEmpty)
        let leaf = Forge.selfSigned("mail.contoso.com") {
            let deep = [[UInt8]](repeating: [0x24, 0x80], count: 1_000).flatMap(\.self)
            $0.extensions = [ForgedExtension("subjectKeyIdentifier", value: deep)]
            $0.hasSubjectKeyIdentifier = false
        }
        #expect(certificates(try inspect(leaf.der)).count == 1)
    }

    @Test(arguments: [
        [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff], [0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
        [0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x30, 0x81], [0x30, 0xff], [0x30],
        [0x30, 0x80, 0x30, 0x84, 0x7f, 0xff, 0xff, 0xff],
    ])
    func aLengthThatLies(_ head: [UInt8]) throws {
        let leaf = Forge.selfSigned("mail.contoso.com")
        #expect(certificates(try inspect(head + leaf.der.dropFirst(4))).isEmpty)
        #expect(certificates(try inspect(head)).isEmpty)
    }

    @Test func everyLengthOfACertificateMadeToLie() throws {
        let leaf = Forge.selfSigned("mail.contoso.com")
        for (number, offset) in stride(from: 1, to: leaf.der.count, by: 29).enumerated() {
            var octets = leaf.der
            octets[offset] = 0x84
            folder.write(octets, to: "lies/\(number).cer")
        }
        let run = try Run(["audit", folder.path + "/lies", "--domain", "a.example", "--format", "json"])
        _ = try run.json()
    }

    @Test func anRSAModulusOfAMillionBits() throws {
        let leaf = Forge.selfSigned("mail.contoso.com") { $0.key = .kept(.rsa(1_024)) }
        let modulus = DERWriter.element(0x02, [0x7f] + [UInt8](repeating: 0xff, count: 125_000))
        let numbers = DERWriter.sequence(modulus, DERWriter.integer(65_537))
        let key = DERWriter.sequence(
            DERWriter.sequence(DERWriter.identifier("rsaEncryption"), [0x05, 0x00]),
            DERWriter.element(0x03, [0] + numbers)
        )
        let octets = leaf.replacing(ForgedKey.kept(.rsa(1_024)).publicDER, with: key)
        try #require(octets != leaf.der)
        #expect(certificates(try inspect(octets)).count == 1)
    }
}
