import ChainKit
import Reports
import Testing

@testable import chaincheck

struct RootTableTests {
    @Test(arguments: [80, 100]) func noLineIsWiderThanTheTerminal(width: Int) throws {
        let list = try MicrosoftRootList.embedded()
        let style = TextStyle(isColoured: false, width: width)
        let table = RootTable(list: list, instant: list.thisUpdate, style: style)
        let terms = list.entries.map {
            RootTerms(entry: $0, certificate: list.certificate(of: $0.thumbprint), instant: list.thisUpdate)
        }
        let text = ([table.text(of: list.entries)] + terms.map { $0.text(style) }).joined()
        let tooWide = text.split(separator: "\n").filter { $0.count > width }
        // A word is never broken: one that is wider than its line may run over, nothing else.
        #expect(tooWide.filter { $0.drop { $0 == " " }.contains(" ") } == [])
    }

    @Test func withoutCertificatesTheFriendlyNamesStand() throws {
        let list = try MicrosoftRootList.embedded()
        let entry = try #require(list.entries.first)
        #expect(RootNames.line(for: entry, nil) == "Microsoft Root Certificate Authority")
    }
}
