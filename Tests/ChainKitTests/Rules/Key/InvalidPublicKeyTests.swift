import Forges
import TestSupport
import Testing

@testable import ChainKit

struct InvalidPublicKeyTests {
    private func findings(_ leaf: [UInt8], under anchors: [ForgedCertificate] = []) throws -> [Finding] {
        InvalidPublicKey().findings(in: try .forged(leaf, under: anchors))
    }

    private let curve = DERWriter.identifier("prime256v1")

    @Test(arguments: [ForgedKeyKind.rsa(2_048), .p256, .ed25519])
    func passesUsableKeys(_ key: ForgedKeyKind) throws {
        #expect(try findings(Forge.selfSigned("mail") { $0.key = .kept(key) }.der).isEmpty)
    }

    @Test func flagsNumbersThatCannotBe() throws {
        let key = ForgedKey.kept(.rsa(2_048))
        let old = Array(key.publicDER)
        var new = old
        // The last octet of the exponent 65537.
        new[new.count - 1] = 0
        let leaf = Forge.selfSigned("mail") { $0.key = key }.replacing(old, with: new)
        let found = try findings(leaf)
        #expect(found.map(\.message) == ["the RSA exponent is even"])
        #expect(found.first?.severity == .error)
    }

    @Test func flagsAPointThatIsNotOnItsCurve() throws {
        let key = ForgedKey.fresh(.p256)
        var info = key.publicDER
        info[info.count - 1] ^= 1
        let leaf = Forge.selfSigned("mail") { $0.key = key }.replacing(key.publicDER, with: info)
        #expect(try findings(leaf).map(\.message) == ["the P-256 key does not decode"])
    }

    /// A key made of an algorithm and octets in the place of a leaf's own.
    private func message(_ algorithm: [UInt8], _ octets: [UInt8]) throws -> String? {
        let key = ForgedKey.kept(.p256)
        let bits: [UInt8] = DERWriter.element(0x03, [0] + octets)
        let info = DERWriter.sequence(algorithm, bits)
        let leaf = Forge.selfSigned("mail") { $0.key = key }.replacing(key.publicDER, with: info)
        return try findings(leaf).first?.message
    }

    @Test func flagsOctetsThatAreNoPoint() throws {
        func message(_ first: UInt8?, _ count: Int) throws -> String? {
            var octets = [UInt8](repeating: 1, count: count)
            if let first { octets.insert(first, at: 0) }
            return try self.message(
                DERWriter.sequence(DERWriter.identifier("id-ecPublicKey"), curve),
                octets
            )
        }
        #expect(try message(nil, 0) == "the P-256 point is in no form that there is")
        #expect(try message(0, 0) == "the P-256 point is the one at infinity")
        #expect(try message(6, 64) == "the P-256 point is in the hybrid form, which RFC 5480 forbids")
        #expect(try message(4, 63) == "the P-256 key has 64 octets instead of 65")
        #expect(try message(2, 33) == "the P-256 key has 34 octets instead of 33")
    }

    @Test func flagsAKeyOfEdwardsCurvesOfTheWrongLength() throws {
        let algorithm = DERWriter.sequence(DERWriter.identifier("ED25519"))
        let expected = "the Ed25519 key has 33 octets instead of 32"
        #expect(try message(algorithm, [UInt8](repeating: 1, count: 33)) == expected)
    }

    @Test func flagsWhatStandsBeyondTheNumbersOfRSA() throws {
        let algorithm = DERWriter.sequence(DERWriter.identifier("rsaEncryption"), [5, 0])
        let ones = [UInt8](repeating: 0xff, count: 256)
        let modulus: [UInt8] = DERWriter.element(0x02, [0] + ones)
        let numbers: [UInt8] = modulus + DERWriter.integer(65_537)
        #expect(try message(algorithm, DERWriter.sequence(numbers)) == nil)
        let after = "there is data after the RSA numbers"
        #expect(try message(algorithm, DERWriter.sequence(numbers) + [0]) == after)
        #expect(try message(algorithm, DERWriter.sequence(numbers, DERWriter.integer(1))) == after)
        let beyond = "the RSA exponent is not below the modulus"
        #expect(try message(algorithm, DERWriter.sequence(modulus, modulus)) == beyond)
    }

    @Test func flagsACurveGivenByParameters() throws {
        let leaf = Forge.selfSigned("mail").replacing(curve, with: DERWriter.sequence(DERWriter.integer(1)))
        #expect(
            try findings(leaf).map(\.message) == ["the key gives its curve by parameters instead of by name"]
        )
    }

    @Test func flagsACurveThatIsNotSaid() throws {
        let leaf = Forge.selfSigned("mail").replacing(curve, with: [])
        #expect(try findings(leaf).map(\.message) == ["the key does not say on which curve it is"])
    }
}
