import Foundation
import TestSupport
import Testing

/// Authorities that are connected to make whoever looks for paths look for ever.
///
/// All keys of a graph are one key unless it says otherwise, so that every signature holds and nothing but a limit
/// ends the search.
@Suite("Hostile graphs")
struct HostileGraphTests {
    private let elsewhere = Forge.authority("Elsewhere")

    /// Eight layers of twelve authorities of one name, each of which certifies all of the layer below: 12^8 ways.
    private var mesh: [ForgedCertificate] {
        (0..<8).flatMap { layer in
            (0..<12).map { HostileGraph.authority("Layer \(layer)", under: "Layer \(layer + 1)", number: $0) }
        }
    }

    @Test func aMeshWithoutAnAnchorIsUndeterminedForItsPaths() throws {
        let graph = HostileGraph(leafUnder: "Layer 0", mesh)
        let answer = try graph.answer(trusting: elsewhere)
        #expect(answer == .undetermined(limit: "paths"))
        #expect(try graph.verification(trusting: elsewhere) == .undetermined(limit: "paths"))
    }

    @Test func aMeshBelowAnAnchorIsTrusted() throws {
        let root = HostileGraph.authority("Layer 8", under: "Layer 8")
        let graph = HostileGraph(leafUnder: "Layer 0", mesh)
        #expect(try graph.answer(trusting: root) == .eligible)
        #expect(try graph.verification(trusting: root) == .accept)
    }

    @Test func theGoodPathIsFoundBesideAMesh() throws {
        let root = Forge.authority("Alpha Root")
        for number in 0..<4 {
            let good = root.authority("Layer 0") {
                $0.key = HostileGraph.key
                $0.serial = [0x02, UInt8(number)]
            }
            let graph = HostileGraph(leafUnder: "Layer 0", mesh + [good])
            #expect(try graph.answer(trusting: root) == .eligible)
            #expect(try graph.verification(trusting: root) == .accept)
        }
    }

    @Test func aRingIsFollowedToItsEnd() throws {
        let ring = (0..<12).map {
            HostileGraph.authority("Ring \($0)", under: "Ring \(($0 + 1) % 12)", number: $0)
        }
        let graph = HostileGraph(leafUnder: "Ring 0", ring)
        #expect(try graph.answer(trusting: elsewhere) == .ineligible)
        #expect(try graph.verification(trusting: elsewhere) == .reject(["loop"]))
    }

    @Test func aRingLongerThanAnyPathIsUndeterminedForItsDepth() throws {
        let ring = (0..<100).map {
            HostileGraph.authority("Ring \($0)", under: "Ring \(($0 + 1) % 100)", number: $0)
        }
        let graph = HostileGraph(leafUnder: "Ring 0", ring)
        #expect(try graph.answer(trusting: elsewhere) == .undetermined(limit: "depth"))
        #expect(try graph.verification(trusting: elsewhere) == .undetermined(limit: "depth"))
    }

    @Test func everyAuthorityUnderEveryOtherIsUndeterminedForTheDepth() throws {
        let clique = (0..<9).flatMap { one in
            (0..<9).filter { $0 != one }.map {
                HostileGraph.authority("Clique \(one)", under: "Clique \($0)", number: one << 8 | $0)
            }
        }
        let graph = HostileGraph(leafUnder: "Clique 0", clique)
        #expect(try graph.answer(trusting: elsewhere) == .undetermined(limit: "depth"))
        #expect(try graph.verification(trusting: elsewhere) == .undetermined(limit: "depth"))
    }

    private static let fan = (0..<10_000).map {
        HostileGraph.authority("Fan", under: "Nobody", number: $0)
    }

    @Test func tenThousandAuthoritiesOfOneNameAreUndeterminedForTheirPaths() throws {
        let graph = HostileGraph(leafUnder: "Fan", Self.fan)
        #expect(try graph.answer(trusting: elsewhere) == .undetermined(limit: "paths"))
        #expect(try graph.verification(trusting: elsewhere) == .undetermined(limit: "paths"))
    }

    @Test func theAnchorIsFoundAmongTenThousandAuthoritiesOfItsName() throws {
        let root = HostileGraph.authority("Fan", under: "Fan", number: 10_000)
        let graph = HostileGraph(leafUnder: "Fan", Self.fan + [root])
        #expect(try graph.verification(trusting: root) == .accept)
    }

    @Test func manyKeysOfOneNameAreUndeterminedForTheirSignatures() throws {
        let fan = (0..<200).map { number in
            HostileGraph.authority("Fan", under: "Nobody", number: number, key: .fresh(.p256))
        }
        let graph = HostileGraph(leafUnder: "Fan", fan)
        #expect(try graph.answer(trusting: elsewhere) == .undetermined(limit: "signatures"))
        #expect(try graph.verification(trusting: elsewhere) == .undetermined(limit: "signatures"))
    }

    /// Each of the lower authorities would cost a hundred signatures, were they not counted together.
    @Test func manyKeysAboveManyIssuersAreUndeterminedForTheirSignatures() throws {
        let lower = (0..<300).map { HostileGraph.authority("Lower", under: "Upper", number: $0) }
        let upper = (0..<200).map { number in
            HostileGraph.authority("Upper", under: "Nobody", number: number, key: .fresh(.p256))
        }
        let graph = HostileGraph(leafUnder: "Lower", lower + upper)
        #expect(try graph.verification(trusting: elsewhere) == .undetermined(limit: "signatures"))
    }
}
