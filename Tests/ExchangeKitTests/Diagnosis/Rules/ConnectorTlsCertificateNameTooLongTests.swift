import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ConnectorTlsCertificateNameTooLongTests {
    private let rule = ConnectorTlsCertificateNameTooLong()

    private func fixture(length: Int) throws -> SituationFixture {
        var fixture = try SituationFixture()
        let start = "<I>CN=Public Root<S>CN="
        fixture.changeSend {
            $0.tlsCertificateName = .value(start + String(repeating: "a", count: length - start.count))
        }
        return fixture
    }

    @Test func passesANameOf256Characters() throws {
        #expect(try fixture(length: 256).findings(rule).isEmpty)
    }

    @Test func notesANameThatOldSchemasDoNotTake() throws {
        let found = try fixture(length: 1_024).findings(rule)
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.message.contains("older than that of Exchange 2013 CU6") == true)
    }

    @Test func flagsANameThatNoSchemaTakes() throws {
        let found = try fixture(length: 1_025).findings(rule)
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.message.contains("has 1025 characters, the attribute takes 1024") == true)
    }
}
