import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

struct RuleDocumentationTests {
    @Test func headsThePagesWithATableOfAllRules() {
        let text = RuleDocumentation.markdown
        for rule in RuleRegistry.documentation + ExchangeRuleRegistry.documentation
            + OfferRuleRegistry.documentation
        {
            #expect(text.contains("| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) |"))
            #expect(text.contains("\n### \(rule.id)\n"))
        }
    }

    @Test func headsTheRulesForConnectorsApart() throws {
        let text = RuleDocumentation.markdown
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("##") }
        let certificates = try #require(headings.firstIndex(of: "## Certificates"))
        let connectors = try #require(headings.firstIndex(of: "## Connectors and servers"))
        let offers = try #require(headings.firstIndex(of: "## Offers and requests"))
        let ofCertificates = headings[certificates..<connectors].dropFirst().map { String($0.dropFirst(4)) }
        let ofConnectors = headings[connectors..<offers].dropFirst().map { String($0.dropFirst(4)) }
        #expect(ofCertificates == RuleRegistry.documentation.map(\.id))
        #expect(ofConnectors == ExchangeRuleRegistry.documentation.map(\.id))
        #expect(
            RuleDocumentation.all.map(\.id)
                == RuleRegistry.documentation.map(\.id) + ExchangeRuleRegistry.documentation.map(\.id)
                + OfferRuleRegistry.documentation.map(\.id)
        )
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
        ("weak-keys", "weak-key"), ("certificate-wins", "untrusted-certificate-wins"),
    ])
    func findsTheIdThatWasMeant(_ typed: String, _ id: String) {
        #expect(RuleDocumentation.ids(near: typed).first == id)
    }

    @Test func findsNothingNearNonsense() {
        #expect(RuleDocumentation.ids(near: "xyzzy").isEmpty)
    }
}
