import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ClientAuthenticationMissingTests {
    private func findings(_ purposes: [String]?) throws -> [Finding] {
        let leaf = Forge.selfSigned("mail") { $0.extendedKeyUsage = purposes }
        return ClientAuthenticationMissing().findings(in: try .forged(leaf))
    }

    @Test(arguments: [nil, ["clientAuth"], ["anyExtendedKeyUsage"]] as [[String]?])
    func passesWhatAllowsIt(_ purposes: [String]?) throws {
        #expect(try findings(purposes).isEmpty)
    }

    @Test func notesWhatLeavesItOutAndClaimsNothing() throws {
        let found = try findings(["serverAuth"])
        #expect(found.map(\.severity) == [.note])
        #expect(found.map(\.roles) == [[.client]])
        #expect(found.first?.message.contains("Microsoft has not documented") == true)
    }
}
