import Forges
import TestSupport
import Testing

@testable import ChainKit

struct EllipticCurveKeyTests {
    private func findings(_ leaf: [UInt8]) throws -> [Finding] {
        EllipticCurveKey().findings(in: try .forged(leaf))
    }

    @Test func passesRSA() throws {
        #expect(try findings(Forge.selfSigned("mail") { $0.key = .kept(.rsa(2_048)) }.der).isEmpty)
    }

    @Test(arguments: [(ForgedKeyKind.p256, "P-256"), (.p384, "P-384")])
    func warnsOfTheCurvesThatCAsCertify(_ key: ForgedKeyKind, _ name: String) throws {
        let found = try findings(Forge.selfSigned("mail") { $0.key = .kept(key) }.der)
        #expect(
            found.map(\.message) == [
                "the key is on \(name): Exchange takes it only with EnableEccCertificateSupport switched on"
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func leavesOtherCurvesToOtherRules() throws {
        let leaf = Forge.selfSigned("mail").replacing(identifier: "prime256v1", with: "secp256k1")
        #expect(try findings(leaf).isEmpty)
    }
}
