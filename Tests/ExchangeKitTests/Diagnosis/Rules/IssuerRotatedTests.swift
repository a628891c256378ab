import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct IssuerRotatedTests {
    private let rule = IssuerRotated()

    private func fixture(until notAfter: String) throws -> SituationFixture {
        var fixture = try SituationFixture()
        let other = Forge.authority("Public CA 2").issue("mail.contoso.com") { $0.notAfter = notAfter }
        try fixture.install(other)
        return fixture
    }

    @Test func passesASubjectWithOneIssuer() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func passesOverSubjectsThatNoConnectorNames() throws {
        var fixture = try fixture(until: "20270601000000Z")
        fixture.unpin()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func saysThatTheConnectorNamesTheOneThatEndsFirst() throws {
        let fixture = try fixture(until: "20270601000000Z")
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found[0].severity == .warning)
        #expect(found[0].certainty == .inferred)
        #expect(found[0].message.contains("names the one that ends first, on 2027-01-01"))
        // Nothing here trusts the other one's root, so no connector is pinned to it.
        #expect(!found[0].commands.contains { $0.contains(fixture.inventory.certificates[2].thumbprint) })
    }

    @Test func foretellsTheNextRenewal() throws {
        let found = try fixture(until: "20260501000000Z").findings(rule)
        #expect(found.first?.message.contains("is likely to bring another issuer again") == true)
        #expect(found.first?.remedies.isEmpty == true)
    }
}
