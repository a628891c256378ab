import Forges
import TestSupport
import Testing

@testable import ChainKit

struct KeyUsageUnsuitableTests {
    private func findings(_ usage: [Int]?, key: ForgedKeyKind = .p256) throws -> [Finding] {
        let leaf = Forge.selfSigned("mail") {
            $0.keyUsage = usage
            $0.key = .kept(key)
        }
        return KeyUsageUnsuitable().findings(in: try .forged(leaf))
    }

    @Test(arguments: [nil, [0, 2], [0]] as [[Int]?]) func passesWhatAllowsSignatures(_ usage: [Int]?) throws {
        #expect(try findings(usage).isEmpty)
    }

    @Test func warnsOfWhatDoesNot() throws {
        let found = try findings([2, 4])
        #expect(
            found.map(\.message) == [
                "keyUsage lacks digitalSignature: it holds keyEncipherment, keyAgreement"
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func refusesOneThatAllowsNothing() throws {
        let found = try findings([], key: .rsa(2_048))
        #expect(found.map(\.message) == ["keyUsage allows nothing that TLS needs: it holds nothing"])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.roles == .both)
    }

    @Test(arguments: [[6], [5, 6], [1], [3]]) func refusesWhatAllowsNeitherSignaturesNorKeyExchange(
        _ usage: [Int]
    ) throws {
        #expect(try findings(usage).map(\.severity) == [.error])
    }
}
