import Forges
import TestSupport
import Testing

@testable import ChainKit

struct KeyStorageProviderTests {
    private func findings(_ installations: InstalledCertificate...) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            surroundings: Surroundings(installations: installations)
        )
        return KeyStorageProvider().findings(in: subject)
    }

    private let software = KeyProvider(
        name: "Microsoft Software Key Storage Provider",
        type: 0,
        keySpecification: 0
    )
    private let channel = KeyProvider(
        name: "Microsoft RSA SChannel Cryptographic Provider",
        type: 12,
        keySpecification: 1
    )

    @Test func passesACryptographicServiceProvider() throws {
        #expect(try findings(.forged(), .forged { $0.keyProvider = channel }).isEmpty)
    }

    @Test func warnsWhereIisUsesTheKey() throws {
        let found = try findings(
            .forged {
                $0.keyProvider = software
                $0.services = [.iis, .smtp]
            }
        )
        #expect(
            found.map(\.message) == [
                "the key lies with \(software.words) on EX01, and IIS is among its services"
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func namesTheProvider() {
        #expect(software.words == "\"Microsoft Software Key Storage Provider\"")
        let unnamed = KeyProvider(name: nil, type: 12, keySpecification: 1)
        #expect(unnamed.words == "the default provider of type 12")
    }

    @Test func notesItWhereIisDoesNotOrServicesAreUnknown() throws {
        let found = try findings(.forged { $0.keyProvider = software })
        #expect(found.map(\.message) == ["the key lies with \(software.words) on EX01"])
        #expect(found.first?.severity == .note)
    }
}
