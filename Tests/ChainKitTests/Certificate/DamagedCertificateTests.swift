import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Damaged certificates")
struct DamagedCertificateTests {
    private let leaf = Forge.authority("Alpha Root").issue("mail.contoso.com")
    private let commonName = DERWriter.identifier("CN")

    private func name(_ value: [UInt8]) -> [UInt8] {
        DERWriter.sequence(DERWriter.set(DERWriter.sequence(commonName, value)))
    }

    private func salvaged(_ old: [UInt8], _ new: [UInt8]) throws -> Certificate {
        let octets = leaf.replacing(old, with: new)
        try #require(octets != leaf.der)
        #expect(throws: CertificateError.self) { try Certificate(der: octets) }
        return try Certificate.salvaged(from: octets)
    }

    @Test(arguments: [
        (0x0c, Array("mail\u{ff}".unicodeScalars.map { UInt8($0.value) }), "mail\u{fffd}"),
        (0x0c, [0xc0, 0xaf], "\u{fffd}\u{fffd}"), (0x1e, [0xd8, 0x00], "\u{fffd}"),
        (0x1c, [0x7f, 0xff, 0xff, 0xff], "\u{fffd}"), (0x1a, Array("visible".utf8), "visible"),
    ])
    func readsANameWhoseStringIsNone(_ tag: UInt8, _ value: [UInt8], _ text: String) throws {
        let subject = name(DERWriter.element(tag, value))
        let certificate = try salvaged(leaf.name, subject)
        #expect(certificate.subject.values(of: AttributeType.commonName) == [text])
        #expect(certificate.subject.der == subject)
        #expect(certificate.issuer.rfc4514 == "CN=Alpha Root")
        #expect(certificate.damage?.hasPrefix("subject does not decode: ") == true)
    }

    @Test func readsTheAttributesBeforeTheDamagedOne() throws {
        let type: [UInt8] = [0x86, 0x03, 0x55, 0x04, 0x03]
        for attribute in [DERWriter.sequence(type), DERWriter.sequence(commonName)] {
            let whole = DERWriter.set(DERWriter.sequence(commonName, [0x0c, 0x01, 0x61]))
            let certificate = try salvaged(
                leaf.name,
                DERWriter.sequence(whole, DERWriter.set(attribute), whole)
            )
            #expect(certificate.subject.values(of: AttributeType.commonName).first == "a")
        }
        let certificate = try salvaged(leaf.name, DERWriter.sequence([0x32, 0x00]))
        #expect(certificate.subject.isEmpty)
    }

    /// Each is what a flipped bit makes of a part.
    @Test func namesThePartThatDoesNotDecode() throws {
        let algorithm = DERWriter.sequence(DERWriter.identifier("ecdsa-with-SHA256"))
        let constraints = DERWriter.identifier("basicConstraints")
        let parts: [(old: [UInt8], new: [UInt8], part: EncodingDefect.Part)] = [
            ([0xa0, 3, 2, 1, 2], [0xa0, 3, 2, 2, 2], .version),
            (DERWriter.element(0x02, leaf.serial), [0x02, 0x00], .serialNumber),
            (algorithm, flipped(algorithm, at: 2), .signatureAlgorithm),
            (leaf.key.publicDER, flipped(leaf.key.publicDER, at: 2), .publicKey),
            (constraints, flipped(constraints, at: 0), .extension(1)),
        ]
        for (old, new, part) in parts {
            let defects = try salvaged(old, new).encodingDefects
            #expect(defects.contains { if case .undecodable(part, _) = $0 { true } else { false } })
        }
        let start = try #require(leaf.der.firstRange(of: [0x17, 0x0d]))
        let certificate = try Certificate.salvaged(from: flipped(leaf.der, at: start.lowerBound))
        #expect(certificate.damage?.hasPrefix("validity does not decode: ") == true)
        #expect(certificate.notAfter.instant == nil)
    }

    private func flipped(_ octets: [UInt8], at position: Int) -> [UInt8] {
        var octets = octets
        octets[position] ^= 0x04
        return octets
    }

    @Test func readsTheExtensionsBesideADamagedOne() throws {
        let usage = DERWriter.identifier("keyUsage")
        let certificate = try salvaged(usage, [0x16] + usage.dropFirst())
        #expect(certificate.keyUsage == nil)
        #expect(certificate.subjectAlternativeNames == [.dns(Array("mail.contoso.com".utf8))])
    }

    /// What its maker wrote is no damage, and what no reader calls a certificate is none here.
    @Test func refusesWhatIsSoundAndStandsWhereItDoesNotBelong() throws {
        let usage = DERWriter.identifier("keyUsage")
        let serial = DERWriter.element(0x02, leaf.serial)
        let item = DERWriter.sequence(usage, [1, 1, 0xff], DERWriter.octetString([3, 2, 5, 0xa0]))
        let changes: [(old: [UInt8], new: [UInt8])] = [
            (leaf.name, name([0x0a, 0x01, 0x01])), (leaf.name, name([0x69, 0x00])),
            (leaf.name, name([0x7f, 0x20, 0x00])), (serial, DERWriter.element(0x02, [0] + leaf.serial)),
            (serial, [0x05, 0x00]), (item, [0x05, 0x00]),
        ]
        for (old, new) in changes {
            let octets = leaf.replacing(old, with: new)
            try #require(octets != leaf.der)
            #expect(throws: CertificateError.self) { try Certificate.salvaged(from: octets) }
        }
    }

    @Test func saysOfEveryCertificateThatOpenSSLRefusesWhatIsDamaged() {
        for position in leaf.der.indices {
            var octets = leaf.der
            octets[position] ^= 1 << (position % 8)
            guard (try? Certificate(der: octets)) == nil else { continue }
            guard let certificate = try? Certificate.salvaged(from: octets) else { continue }
            #expect(certificate.damage != nil)
            #expect(certificate.der == octets)
        }
    }
}
