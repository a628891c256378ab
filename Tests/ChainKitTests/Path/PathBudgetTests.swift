import TestSupport
import Testing

@testable import ChainKit

@Suite("Path budget")
struct PathBudgetTests {
    @Test func answersUndeterminedWhenIssuersOfOneNameAreMoreThanTheBudget() throws {
        let issuing = (0..<8).map { _ in Forge.authority("Alpha Issuing CA") }
        let other = Forge.authority("Alpha Issuing CA")
        let leaf = other.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        var budget = PathBudget()
        budget.signatures = 5
        let search = try search(leaf, pool: issuing, anchors: [], budget: budget)
        #expect(search.limitMet == .signatures)
        #expect(search.isUndetermined)
    }

    @Test func staysWithinItsBudgetInAMeshOfSameNames() throws {
        // Six layers of four authorities that all certify each other: 4^6 ways, and no root.
        var layers: [[ForgedCertificate]] = [(0..<4).map { _ in Forge.authority("Layer 0") }]
        var pool: [ForgedCertificate] = []
        for number in 1..<6 {
            let keys = (0..<4).map { _ in ForgedKey.fresh(.p256) }
            let layer = layers[number - 1].flatMap { upper in
                keys.map { key in upper.authority("Layer \(number)") { $0.key = key } }
            }
            pool += layer
            layers.append(layer)
        }
        let leaf = try #require(layers.last?.first).issue("mail.contoso.com")
        let search = try search(leaf, pool: pool, anchors: [])
        #expect(search.limitMet != nil)
        #expect(search.isUndetermined)
        #expect(search.attempts.count <= PathBudget().paths)
    }

    @Test func stopsAtTheDepth() throws {
        let root = Forge.authority("Root")
        var chain = [root]
        for number in 0..<40 { chain.append(try #require(chain.last).authority("CA \(number)")) }
        let leaf = try #require(chain.last).issue("mail.contoso.com")
        let search = try search(leaf, pool: chain, anchors: [root])
        #expect(search.limitMet == .depth)
        #expect(search.isUndetermined)
    }
}
