import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NameNotCoveredTests {
    private let leaf = Forge.selfSigned("mail.contoso.com") {
        $0.names = ["mail.contoso.com", "*.fabrikam.com"]
        $0.addresses = [[192, 0, 2, 1]]
    }

    private func findings(_ names: String...) throws -> [Finding] {
        NameNotCovered().findings(in: try .forged(leaf, names: names))
    }

    @Test func passesWhatIsCovered() throws {
        #expect(try findings("mail.contoso.com", "smtp.fabrikam.com", "192.0.2.1").isEmpty)
    }

    @Test func flagsEachNameThatIsNot() throws {
        let found = try findings("mail.woodgrove.com", "mail.tailspin.com")
        #expect(
            found.map(\.message) == [
                "mail.woodgrove.com is not covered: the certificate names mail.contoso.com, *.fabrikam.com, 192.0.2.1",
                "mail.tailspin.com is not covered: the certificate names mail.contoso.com, *.fabrikam.com, 192.0.2.1",
            ]
        )
        #expect(found.allSatisfy { $0.severity == .error && $0.roles == [.server, .client] })
    }

    @Test func warnsOnlyWhereAnotherNameIsCovered() throws {
        let found = try findings("mail.contoso.com", "mail.tailspin.com")
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.hasPrefix("mail.tailspin.com is not covered") == true)
    }

    @Test func saysWhatComesNear() throws {
        #expect(
            try findings("fabrikam.com").map(\.message) == [
                "fabrikam.com is not covered: *.fabrikam.com does not cover the bare domain"
            ]
        )
    }

    @Test func saysThatThereIsNoName() throws {
        let bare = Forge.selfSigned("EX01") { $0.names = [] }
        let found = NameNotCovered().findings(in: try .forged(bare, names: ["mail.contoso.com"]))
        #expect(
            found.map(\.message) == ["mail.contoso.com is not covered: the subjectAltName holds no host name"]
        )
    }
}
