import Forges
import TestSupport
import Testing

@testable import ChainKit

struct IssuerPurposeExcludedTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ purposes: [String]?) throws -> [Finding] {
        let issuing = root.authority("Alpha CA 1") { $0.extendedKeyUsage = purposes }
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
        return IssuerPurposeExcluded().findings(in: subject)
    }

    @Test(arguments: [nil, ["serverAuth"], ["anyExtendedKeyUsage"]] as [[String]?])
    func passesWhatAllowsServers(_ purposes: [String]?) throws {
        #expect(try findings(purposes).isEmpty)
    }

    @Test func flagsAnIssuerForOtherPurposes() throws {
        let found = try findings(["emailProtection"])
        #expect(
            found.map(\.message) == [
                "the extendedKeyUsage of \"CN=Alpha CA 1\" lacks serverAuth: it holds emailProtection"
            ]
        )
        #expect(found.map(\.roles) == [[.server]])
        #expect(found.first?.severity == .error)
    }
}
