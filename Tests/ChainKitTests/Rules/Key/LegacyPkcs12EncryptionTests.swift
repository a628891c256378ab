import Forges
import TestSupport
import Testing

@testable import ChainKit

struct LegacyPkcs12EncryptionTests {
    private let leaf = Forge.selfSigned("mail")

    @Test func passesWhereThereIsNone() throws {
        #expect(LegacyPkcs12Encryption().findings(in: try .forged(leaf)).isEmpty)
    }

    @Test func warnsOfTheFileAndItsAlgorithm() throws {
        let surroundings = Surroundings(
            legacyContainers: [Surroundings.LegacyContainer(path: "mail.pfx", algorithm: "RC2-40-CBC")]
        )
        let found = LegacyPkcs12Encryption().findings(in: try .forged(leaf, surroundings: surroundings))
        #expect(found.map(\.message) == ["mail.pfx is encrypted with RC2-40-CBC"])
        #expect(found.first?.severity == .warning)
    }
}
