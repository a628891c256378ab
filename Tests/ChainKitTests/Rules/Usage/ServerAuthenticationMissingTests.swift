import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ServerAuthenticationMissingTests {
    private func findings(_ purposes: [String]?) throws -> [Finding] {
        let leaf = Forge.selfSigned("mail") { $0.extendedKeyUsage = purposes }
        return ServerAuthenticationMissing().findings(in: try .forged(leaf))
    }

    @Test(arguments: [nil, ["serverAuth"], ["anyExtendedKeyUsage"]] as [[String]?])
    func passesWhatAllowsIt(_ purposes: [String]?) throws {
        #expect(try findings(purposes).isEmpty)
    }

    @Test func flagsEachRoleByItself() throws {
        let found = try findings(["clientAuth", "emailProtection"])
        #expect(found.map(\.severity) == [.error, .warning])
        #expect(found.map(\.roles) == [[.server], [.client]])
        #expect(
            found.first?.message == "extendedKeyUsage lacks serverAuth: it holds clientAuth, emailProtection"
        )
        #expect(found.last?.message.hasSuffix("is not documented") == true)
    }
}
