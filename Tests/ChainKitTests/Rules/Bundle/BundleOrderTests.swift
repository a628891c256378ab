import Forges
import TestSupport
import Testing

@testable import ChainKit

struct BundleOrderTests {
    private let root = Forge.authority("Alpha Root")

    private func bundle(_ authorities: (Int, ForgedCertificate)..., target: Int = 0) throws -> Surroundings {
        let neighbours = try authorities.map {
            Surroundings.Neighbour(index: $0.0, certificate: try Certificate(der: $0.1.der))
        }
        return Surroundings(
            bundles: [Surroundings.Bundle(path: "chain.pem", index: target, authorities: neighbours)]
        )
    }

    /// A certificate with two authorities between it and the root.
    private func findings(target: Int, first: Int, second: Int) throws -> [Finding] {
        let upper = root.authority("Alpha CA 1")
        let lower = upper.authority("Alpha CA 2")
        let subject = try Subject.forged(
            lower.issue("mail"),
            under: [root],
            beside: [upper, lower],
            surroundings: bundle((first, lower), (second, upper), target: target)
        )
        return BundleOrder().findings(in: subject)
    }

    @Test func passesTheOrderOfThePath() throws {
        #expect(try findings(target: 0, first: 1, second: 2).isEmpty)
    }

    @Test func passesAFileThatHoldsOtherThingsBefore() throws {
        #expect(try findings(target: 4, first: 7, second: 8).isEmpty)
    }

    @Test func notesACertificateAfterItsIssuer() throws {
        let found = try findings(target: 1, first: 0, second: 2)
        #expect(found.map(\.message) == ["chain.pem holds the certificate at place 2, after an issuer of it"])
        #expect(found.first?.severity == .note)
    }

    @Test func notesIssuersOutOfOrder() throws {
        let found = try findings(target: 0, first: 2, second: 1)
        #expect(found.map(\.message) == ["chain.pem holds the issuers of the path at places 3, 2"])
    }
}
