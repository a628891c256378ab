import Forges
import TestSupport
import Testing

@testable import ChainKit

struct SignaturesNotCheckedTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesAPathWhoseSignaturesWereChecked() throws {
        let subject = try Subject.forged(root.issue("mail"), under: [root])
        #expect(SignaturesNotChecked().findings(in: subject).isEmpty)
    }

    @Test func passesAPathThatEndsBeforeItsFirstIssuer() throws {
        let leaf = root.authority("Alpha Issuing CA").issue("mail")
        let subject = try Subject.forged(leaf, under: [root], signatures: .notChecked)
        #expect(SignaturesNotChecked().findings(in: subject).isEmpty)
    }

    @Test func warnsOfAPathThatRestsOnNames() throws {
        let subject = try Subject.forged(root.issue("mail"), under: [root], signatures: .notChecked)
        let found = SignaturesNotChecked().findings(in: subject)
        #expect(
            found.map(\.message) == [
                "no signature was checked: the path to \"CN=Alpha Root\" is told by names and key identifiers alone"
            ]
        )
        #expect(found.first?.severity == .warning)
        #expect(found.first?.remedy == "run again without --no-signatures")
    }

    @Test func warnsOfASelfSignedCertificate() throws {
        let subject = try Subject.forged(Forge.selfSigned("EX01"), under: [root], signatures: .notChecked)
        #expect(
            SignaturesNotChecked().findings(in: subject).map(\.message) == [
                "no signature was checked: that \"CN=EX01\" is its own issuer is told by names and key identifiers "
                    + "alone"
            ]
        )
    }
}
