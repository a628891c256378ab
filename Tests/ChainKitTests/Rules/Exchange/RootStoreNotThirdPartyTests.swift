import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RootStoreNotThirdPartyTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ type: RootCAType?, isListed: Bool = true) throws -> [Finding] {
        let installed = InstalledCertificate.forged { $0.rootCAType = type }
        let subject = try Subject.forged(
            root.issue("mail.contoso.com"),
            under: isListed ? [] : [root],
            listed: isListed ? [ListedRoot(root)] : [],
            surroundings: Surroundings(installations: [installed])
        )
        return RootStoreNotThirdParty().findings(in: subject)
    }

    @Test func passesThirdPartyAndWhatNobodySays() throws {
        #expect(try findings(.thirdParty).isEmpty)
        #expect(try findings(nil).isEmpty)
        #expect(try findings(RootCAType.none).isEmpty)
    }

    @Test func passesARootThatIsNotOnTheList() throws {
        #expect(try findings(.registry, isListed: false).isEmpty)
    }

    @Test(arguments: [RootCAType.registry, .groupPolicy])
    func warnsOfAPublicRootInAnotherStore(_ type: RootCAType) throws {
        let found = try findings(type)
        #expect(
            found.map(\.message) == [
                "the root is on Microsoft's list, and RootCAType is \(type.word) on EX01"
            ]
        )
        #expect(found.first?.severity == .warning)
    }
}
