import Forges
import Testing

@testable import ChainKit

struct PresentedIdentifierTests {
    /// What a name is by its labels, as RFC 9525, 6.3 puts it.
    private func expected(_ octets: [UInt8]) -> (PresentedIdentifier.Pattern, labels: [String]) {
        if octets.contains(0) { return (.unusable("it holds a NUL"), []) }
        if octets.contains(where: { $0 >= 0x80 }) {
            return (.unusable("it holds characters outside ASCII"), [])
        }
        let labels = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self).lowercased() }
        if labels.contains("") { return (.unusable("it has an empty label"), []) }
        if labels.first == "*", labels.dropFirst().allSatisfy({ !$0.contains("*") }) {
            let rest = Array(labels.dropFirst())
            return rest.count > 1
                ? (.wildcard, rest) : (.unusable("its wildcard covers a whole top-level domain"), [])
        }
        return (labels.contains { $0.contains("*") } ? .misplacedWildcard : .exact, labels)
    }

    @Test func isWhatItsLabelsSayForEveryNameOfAFewPieces() {
        let pieces = ["", "*", ".", "Mail", "com", "\0", "ü", "-", "xn--p1ai"]
        var names: [String] = [""]
        for _ in 1...5 { names = Set(names.flatMap { name in pieces.map { name + $0 } }).sorted() }
        for name in names {
            let presented = PresentedIdentifier(dns: Array(name.utf8))
            let (pattern, labels) = expected(Array(name.utf8))
            #expect(presented.pattern == pattern, "\(name.debugDescription)")
            #expect(presented.labels.map(String.init) == labels, "\(name.debugDescription)")
            #expect(presented.text == name)
        }
    }

    @Test func keepsTheHostOfAWildcardAsItStands() {
        let wildcard = PresentedIdentifier(dns: Array("*.Contoso.com".utf8))
        #expect(wildcard.host.elementsEqual("Contoso.com".utf8))
        #expect(PresentedIdentifier(dns: Array("*.com".utf8)).host.isEmpty)
        #expect(PresentedIdentifier(dns: Array("a.com".utf8)).host.elementsEqual("a.com".utf8))
    }
}
