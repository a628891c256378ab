import Forges
import TestSupport
import Testing

@testable import ChainKit

struct WeakKeyTests {
    private func findings(_ leaf: [UInt8]) throws -> [Finding] { WeakKey().findings(in: try .forged(leaf)) }

    private func leaf(_ key: ForgedKeyKind) -> ForgedCertificate {
        Forge.selfSigned("mail.contoso.com") { $0.key = .kept(key) }
    }

    @Test(arguments: [ForgedKeyKind.rsa(2_048), .p256, .p384, .ed25519])
    func passesStrongKeys(_ key: ForgedKeyKind) throws {
        #expect(try findings(leaf(key).der).isEmpty)
    }

    @Test func flagsShortRSA() throws {
        let found = try findings(leaf(.rsa(1_024)).der)
        #expect(found.map(\.message) == ["the key is RSA-1024; 2048 bits are the least"])
        #expect(found.first?.severity == .error)
    }

    @Test func flagsShortRSAForPSSAlone() throws {
        let found = try findings(leaf(.rsa(1_024)).replacing(identifier: "rsaEncryption", with: "rsassaPss"))
        #expect(found.map(\.message) == ["the key is RSASSA-PSS-1024; 2048 bits are the least"])
    }

    @Test func flagsASmallCurve() throws {
        let found = try findings(leaf(.p256).replacing(identifier: "prime256v1", with: "prime192v1"))
        #expect(found.map(\.message) == ["the key's curve is P-192; 256 bits are the least"])
    }

    @Test func flagsDSA() throws {
        let found = try findings(
            leaf(.p256).replacing(identifier: "id-ecPublicKey", with: "1.2.840.10040.4.1")
        )
        #expect(found.map(\.message) == ["the key is a DSA key"])
    }

    @Test func flagsAWeakAuthorityOfTheTrustedPath() throws {
        let root = Forge.authority("Alpha Root")
        let issuing = root.authority("Alpha CA 1") { $0.key = .kept(.rsa(1_024)) }
        let found = WeakKey().findings(
            in: try .forged(issuing.issue("mail"), under: [root], beside: [issuing])
        )
        #expect(
            found.map(\.message) == [
                "the authority \"CN=Alpha CA 1\": the key is RSA-1024; 2048 bits are the least"
            ]
        )
        #expect(found.first?.severity == .error)
    }
}
