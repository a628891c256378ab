import Forges
import TestSupport
import Testing

@testable import ChainKit

struct UnsupportedKeyTests {
    private func findings(_ leaf: [UInt8]) throws -> [Finding] {
        UnsupportedKey().findings(in: try .forged(leaf))
    }

    private func leaf(_ key: ForgedKeyKind) -> ForgedCertificate {
        Forge.selfSigned("mail.contoso.com") { $0.key = .kept(key) }
    }

    @Test(arguments: [ForgedKeyKind.rsa(2_048), .rsa(1_024), .p256, .p384])
    func passesTheKindsThatCAsCertify(_ key: ForgedKeyKind) throws {
        #expect(try findings(leaf(key).der).isEmpty)
    }

    @Test func flagsRSAKeysThatAreTooLong() throws {
        #expect(try messages(octets: 2_048).isEmpty)
        let words = "the key is RSA-16392; Windows takes RSA keys of 16384 bits at most"
        #expect(try messages(octets: 2_049) == [words])
    }

    private func messages(octets: Int) throws -> [String] {
        let key = ForgedKey.kept(.p256)
        let zero: [UInt8] = [0]
        let modulus = DERWriter.element(0x02, zero + [UInt8](repeating: 0xff, count: octets))
        let numbers = DERWriter.sequence(modulus, DERWriter.integer(65_537))
        let algorithm = DERWriter.sequence(DERWriter.identifier("rsaEncryption"), [5, 0])
        let info = DERWriter.sequence(algorithm, DERWriter.element(0x03, zero + numbers))
        let leaf = Forge.selfSigned("mail") { $0.key = key }.replacing(key.publicDER, with: info)
        return try findings(leaf).map(\.message)
    }

    @Test func warnsOfKindsThatNothingIsKnownOf() throws {
        let keys = [
            leaf(.ed25519).der,
            leaf(.ed25519).replacing(identifier: "ED25519", with: "ED448"),
            leaf(.rsa(2_048)).replacing(identifier: "rsaEncryption", with: "rsassaPss"),
            leaf(.p256).replacing(identifier: "prime256v1", with: "secp256k1"),
            leaf(.p256).replacing(identifier: "prime256v1", with: "1.2.3.4"),
        ]
        let names = ["Ed25519", "Ed448", "RSASSA-PSS-2048", "secp256k1", "elliptic curve 1.2.3.4"]
        for (key, name) in zip(keys, names) {
            let found = try findings(key)
            #expect(
                found.map(\.message) == [
                    "the key is \(name); nothing documented says that Exchange can use it"
                ]
            )
            #expect(found.first?.severity == .warning)
        }
    }

    @Test(arguments: [("2.16.840.1.101.3.4.3.18", "ML-DSA-65"), ("1.2.3.4", "1.2.3.4")])
    func flagsKindsThatNoPeerNegotiates(_ identifier: String, _ name: String) throws {
        let found = try findings(leaf(.rsa(2_048)).replacing(identifier: "rsaEncryption", with: identifier))
        #expect(found.map(\.message) == ["the key is \(name), which TLS peers are not known to negotiate"])
        #expect(found.first?.severity == .error)
    }

    @Test func warnsOfAnAuthorityWithAKeyThatNoPublicCAUses() throws {
        let root = Forge.authority("Alpha Root")
        let issuing = root.authority("Alpha CA 1") { $0.key = .kept(.ed25519) }
        let found = UnsupportedKey().findings(
            in: try .forged(issuing.issue("mail"), under: [root], beside: [issuing])
        )
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("Ed25519") == true)
    }
}
