import TestSupport
import Testing

@testable import ChainKit

struct RedundantRootInBundleTests {
    private let root = Forge.authority("Alpha Root")

    private func bundle(_ authorities: (Int, ForgedCertificate)..., target: Int = 0) throws -> Surroundings {
        let neighbours = try authorities.map {
            Surroundings.Neighbour(index: $0.0, certificate: try Certificate(der: $0.1.der))
        }
        return Surroundings(
            bundles: [Surroundings.Bundle(path: "chain.pem", index: target, authorities: neighbours)]
        )
    }

    @Test func passesIntermediates() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), surroundings: bundle((1, issuing)))
        #expect(RedundantRootInBundle().findings(in: subject).isEmpty)
    }

    @Test func notesARoot() throws {
        let subject = try Subject.forged(root.issue("mail"), surroundings: bundle((1, root)))
        let found = RedundantRootInBundle().findings(in: subject)
        #expect(found.map(\.message) == ["chain.pem holds the root \"CN=Alpha Root\" at place 2"])
        #expect(found.first?.severity == .note)
    }
}
