import Forges
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

    @Test func namesAFewOfManyRootsInOneFinding() throws {
        let beta = Forge.authority("Beta Root")
        let subject = try Subject.forged(
            root.issue("mail"),
            surroundings: bundle((1, root), (2, beta), (3, beta), (4, beta), (5, beta), (6, beta))
        )
        let message = try #require(RedundantRootInBundle().findings(in: subject).first?.message)
        #expect(message.hasPrefix("chain.pem holds the roots \"CN=Alpha Root\" at place 2, "))
        #expect(message.hasSuffix(" and 1 more"))
    }

    @Test func passesTheCertificateItself() throws {
        let target = Forge.selfSigned("mail.contoso.com") { $0.isAuthority = true }
        let subject = try Subject.forged(target, surroundings: bundle((1, target), target: 1))
        #expect(RedundantRootInBundle().findings(in: subject).isEmpty)
    }
}
