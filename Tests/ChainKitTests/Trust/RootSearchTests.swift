import Forges
import Testing

@testable import ChainKit

struct RootSearchTests {
    private let search: RootSearch

    init() throws { search = RootSearch(list: try MicrosoftRootList.embedded()) }

    private func thumbprints(_ roots: [RootListEntry]) -> [String] {
        roots.map { String($0.thumbprint.hexadecimal.prefix(8)) }
    }

    @Test(arguments: ["cabd2a79", "CA:BD:2A:79", "96bcec06264976f3", "isrg root x1"])
    func aRootIsMeantByThumbprintOrName(text: String) {
        #expect(thumbprints(search.roots(meant: text)) == ["CABD2A79"])
    }

    @Test func aBrandIsFoundInTheFriendlyName() {
        let found = search.roots(containing: "sectigo")
        #expect(thumbprints(found).contains("2B8F1B57"))
    }

    @Test func aShortHexadecimalWordIsAName() {
        #expect(search.roots(thumbprint: "CA").isEmpty)
        #expect(search.roots(containing: "nobody has this name").isEmpty)
    }
}
