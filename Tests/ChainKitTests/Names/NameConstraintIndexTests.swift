import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Name constraint index")
struct NameConstraintIndexTests {
    private static let dnsNames = [
        "example.com", "a.example.com", "b.a.example.com", "*.example.com", "*.a.example.com",
        "m*.example.com",
        "com", "xexample.com", "A.EXAMPLE.com", "a..example.com", "",
    ]
    private static let dnsBases = [
        "", ".", "example.com", ".example.com", "a.example.com", ".a.example.com", "com", "*.example.com",
        "example.com.", "a*.example.com", "EXAMPLE.COM", "x y",
    ]
    private static let mailboxes = ["u@example.com", "U@a.example.com", "v@example.com", "nobody"]
    private static let mailboxBases = [
        "u@example.com", "example.com", ".example.com", "v@a.example.com", "@example.com",
    ]
    private static let locations = ["http://a.example.com/", "http://example.com:80/x", "urn:x"]

    private static func text(_ texts: [String], _ make: ([UInt8]) -> GeneralName) -> [GeneralName] {
        texts.map { make(Array($0.utf8)) }
    }

    private static func directory(_ names: [String]) -> GeneralName {
        let parts = names.flatMap { name in
            DERWriter.set(
                DERWriter.sequence(DERWriter.identifier("2.5.4.3"), DERWriter.element(12, Array(name.utf8)))
            )
        }
        return DistinguishedName(der: DERWriter.sequence(parts)).map { .directory($0) } ?? .other(tag: 4)
    }

    private static let names: [GeneralName] =
        text(dnsNames, GeneralName.dns) + text(mailboxes, GeneralName.email)
        + text(locations, GeneralName.uri)
        + [
            .ip([10, 0, 0, 1]), .ip([10, 1, 0, 1]), .ip([1]), .other(tag: 0), directory(["a"]),
            directory(["a", "b"]), directory([]),
        ]
    private static let bases: [GeneralName] =
        text(dnsBases, GeneralName.dns) + text(mailboxBases, GeneralName.email)
        + text(dnsBases, GeneralName.uri)
        + [
            .ip([10, 0, 0, 0, 255, 255, 0, 0]), .ip([10, 0, 0, 0, 255, 0, 0, 0]),
            .ip([0, 0, 0, 0, 0, 0, 0, 0]),
            .ip([1, 2]), .other(tag: 0), .other(tag: 8), directory(["A"]), directory(["b"]), directory([]),
        ]

    /// Whatever the index leaves out is outside, for every name and base there is.
    @Test(arguments: [true, false])
    func leavesOutOnlyWhatIsOutside(isExcluding: Bool) {
        for base in Self.bases.map({ ComparableName(base: $0, isExcluded: isExcluding) }) {
            let index = NameConstraintIndex([base])
            for name in Self.names.map(ComparableName.init(name:)) where name.kind == base.kind {
                var candidates: [ComparableName] = []
                var comparisons = 0
                index.forEachCandidate(for: name, isExcluding: isExcluding, comparisons: &comparisons) {
                    candidates.append($0)
                    return true
                }
                let relation = NameConstraintMatching.relation(of: name, to: base, isExcluding: isExcluding)
                #expect(relation == .outside || candidates == [base], "\(name) and \(base)")
                #expect(comparisons >= candidates.count)
            }
        }
    }

    @Test func comparesANameWithTheBasesAboveItAlone() {
        let many = (0..<10_000).map { ComparableName.dns(Array("h\($0).example.com".utf8)) }
        let index = NameConstraintIndex(many + [.dns(Array("example.com".utf8))])
        var comparisons = 0
        index.forEachCandidate(
            for: .dns(Array("www.h77.example.com".utf8)),
            isExcluding: true,
            comparisons: &comparisons
        ) { _ in true }
        #expect(comparisons == 2)
    }

    @Test func handsABaseOverOnceHoweverOftenItIsGiven() {
        let index = NameConstraintIndex(Array(repeating: .dns(Array("com".utf8)), count: 1_000))
        var comparisons = 0
        let name = ComparableName.dns(Array("a.com".utf8))
        index.forEachCandidate(for: name, isExcluding: true, comparisons: &comparisons) { _ in true }
        #expect(comparisons == 1)
    }
}
