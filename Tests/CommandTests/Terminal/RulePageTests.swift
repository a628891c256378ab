import ChainKit
import Reports
import Testing

@testable import chaincheck

struct RulePageTests {
    private let narrow = TextStyle(isColoured: false, width: 60)

    @Test func listsALineARuleUnderItsHeading() {
        let lines = RulePage.list(RuleDocumentation.parts, style: .plain).split(separator: "\n")
        #expect(lines.count == RuleDocumentation.all.count + RuleDocumentation.parts.count)
        #expect(lines.first == "Certificates")
        #expect(lines.contains("Connectors and servers"))
        #expect(
            lines.contains {
                $0.hasPrefix("weak-key ") && $0.contains("  error    A key of the path is too weak")
            }
        )
        #expect(lines.allSatisfy { !$0.contains("\u{1b}") })
    }

    @Test func fitsAPageIntoTheWidth() throws {
        for rule in RuleDocumentation.all {
            let lines = RulePage.page(rule, style: narrow).split(separator: "\n")
            #expect(lines.dropFirst(2).allSatisfy { $0.count <= 60 }, "\(rule.id)")
            #expect(lines.first == "\(rule.id)  \(rule.severity.rawValue)")
            #expect(lines.contains("What to do"))
        }
    }

    @Test func coloursTheSeverity() throws {
        let rule = try #require(RuleRegistry.documentation.first { $0.severity == .error })
        let style = TextStyle(isColoured: true, width: 80)
        #expect(RulePage.page(rule, style: style).contains("\u{1b}[31merror\u{1b}[0m"))
    }
}
