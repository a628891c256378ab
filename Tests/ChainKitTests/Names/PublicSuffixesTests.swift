import Forges
import Foundation
import Testing

@testable import ChainKit

struct PublicSuffixesTests {
    private func contains(_ name: String) -> Bool { PublicSuffixes.contains(name.split(separator: ".")) }

    @Test(arguments: ["com", "co.uk", "xn--p1ai", "foo.ck", "foo.mm"])
    func knowsSuffixes(_ name: String) { #expect(contains(name)) }

    @Test(arguments: ["contoso.com", "www.ck", "city.kobe.jp", "contoso", "github.io", "localhost"])
    func knowsWhatIsNone(_ name: String) { #expect(!contains(name)) }

    @Test func findsEveryRuleOfItsListAndNothingThatIsNearlyOne() {
        let rules = Set(PublicSuffixes.rules)
        for rule in rules where !rule.hasPrefix("!") && !rule.hasPrefix("*") {
            #expect(contains(rule))
            let near = rule + "q"
            #expect(
                contains(near) == rules.contains(near)
                    || rules.contains("*." + near.drop { $0 != "." }.dropFirst())
            )
        }
        #expect(PublicSuffixes.knowsTopLevelDomain("com"))
        #expect(PublicSuffixes.knowsTopLevelDomain("ck"))
        #expect(!PublicSuffixes.knowsTopLevelDomain("contoso"))
        #expect(!PublicSuffixes.knowsTopLevelDomain(""))
        // Two rules with the line feed between them are none, and nothing is read behind the last.
        let list = PublicSuffixes.rules
        for (rule, next) in zip(list, list.dropFirst()).suffix(50) { #expect(!contains("\(rule)\n\(next)")) }
        #expect(!contains((list.last ?? "") + "\n"))
    }

    @Test func theBinaryHoldsTheFileThatSourcesTellsOf() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/PublicSuffixList")
        let file = try Data(contentsOf: folder.appending(path: "icann.txt"))
        let sources = try String(contentsOf: folder.appending(path: "SOURCES.md"), encoding: .utf8)
        let digest = SHA256Digest(of: Array(file)).hexadecimal.lowercased()
        #expect(sources.contains("SHA-256 (icann.txt) = \(digest)"))
        let lines = String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines == PublicSuffixes.rules)
        // By octets, as they are searched.
        #expect(
            lines.map { Array($0.utf8) }.elementsEqual(
                lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
            )
        )
        #expect(lines.count > 6_000)
    }
}
