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
