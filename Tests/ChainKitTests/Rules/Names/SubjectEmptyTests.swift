import Forges
import TestSupport
import Testing

@testable import ChainKit

struct SubjectEmptyTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesASubject() throws {
        #expect(SubjectEmpty().findings(in: try .forged(root.issue("mail.contoso.com"))).isEmpty)
    }

    @Test func warnsOfNone() throws {
        let leaf = root.issue("", names: ["mail.contoso.com"]) { $0.subject = [] }
        let found = SubjectEmpty().findings(in: try .forged(leaf))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("<I>CN=Alpha Root<S>,") == true)
        #expect(found.first?.severity == .warning)
    }
}
