import ChainKit
import Testing

struct RuleDocumentationTests {
    @Test func headsThePagesWithATableOfAllRules() {
        let text = RuleDocumentation.markdown
        for rule in RuleRegistry.documentation {
            #expect(text.contains("| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) |"))
            #expect(text.contains("\n## \(rule.id)\n"))
        }
    }

    @Test func escapesWhatMarkdownWouldRead() throws {
        let rule = try #require(RuleRegistry.documentation.first { $0.id == "wildcard-too-shallow" })
        #expect(RuleDocumentation.markdown(of: rule).contains("\\*.contoso.com covers mail.contoso.com"))
    }

    @Test func leavesOutAnErrorThatIsNotKnown() throws {
        let rule = try #require(RuleRegistry.documentation.first { $0.expectedError == nil })
        #expect(!RuleDocumentation.facts(of: rule).contains { $0.label == "What an administrator would see" })
    }

    @Test(arguments: [
        ("root-trusted", "root-not-trusted"), ("certificate-expire", "certificate-expired"),
        ("weak-keys", "weak-key"),
    ])
    func findsTheIdThatWasMeant(_ typed: String, _ id: String) {
        #expect(RuleDocumentation.ids(near: typed).first == id)
    }

    @Test func findsNothingNearNonsense() {
        #expect(RuleDocumentation.ids(near: "xyzzy").isEmpty)
    }
}
