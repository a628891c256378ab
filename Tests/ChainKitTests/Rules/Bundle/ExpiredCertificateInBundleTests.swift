import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ExpiredCertificateInBundleTests {
    private let root = Forge.authority("Alpha Root")

    private func bundle(_ authorities: [(Int, ForgedCertificate)]) throws -> Surroundings {
        let neighbours = try authorities.map {
            Surroundings.Neighbour(index: $0.0, certificate: try Certificate(der: $0.1.der))
        }
        return Surroundings(
            bundles: [Surroundings.Bundle(path: "chain.pem", index: 0, authorities: neighbours)]
        )
    }

    @Test func passesAuthoritiesThatAreValid() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), surroundings: bundle([(1, issuing)]))
        #expect(ExpiredCertificateInBundle().findings(in: subject).isEmpty)
    }

    @Test func warnsOfAnExpiredCrossCertificate() throws {
        let cross = root.authority("Alpha CA 1") { $0.notAfter = "20260501000000Z" }
        let subject = try Subject.forged(cross.issue("mail"), surroundings: bundle([(2, cross)]))
        let found = ExpiredCertificateInBundle().findings(in: subject)
        #expect(
            found.map(\.message) == [
                "chain.pem holds \"CN=Alpha CA 1\" at place 3, issued by \"CN=Alpha Root\", expired on 2026-05-01"
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func namesTheFirstFewOfManyInOneFinding() throws {
        let cross = root.authority("Alpha CA 1") { $0.notAfter = "20260501000000Z" }
        let many = (1...70).map { ($0, cross) }
        let subject = try Subject.forged(cross.issue("mail"), surroundings: bundle(many))
        let found = ExpiredCertificateInBundle().findings(in: subject)
        #expect(found.count == 1)
        #expect(found.first?.message.hasSuffix("expired on 2026-05-01 and 65 more") == true)
    }
}
