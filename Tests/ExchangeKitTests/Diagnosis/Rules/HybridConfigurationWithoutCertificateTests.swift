import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct HybridConfigurationWithoutCertificateTests {
    private let rule = HybridConfigurationWithoutCertificate()

    @Test func passesAConfigurationThatNamesOne() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingFromWhatWasNotExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory.hybridConfiguration?.tlsCertificateName = .notExported
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAnEmptyName() throws {
        var fixture = try SituationFixture()
        fixture.inventory.hybridConfiguration?.tlsCertificateName = .empty
        #expect(try fixture.findings(rule).map(\.severity) == [.warning])
    }
}
