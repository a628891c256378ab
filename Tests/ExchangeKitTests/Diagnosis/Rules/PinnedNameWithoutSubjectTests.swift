import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct PinnedNameWithoutSubjectTests {
    private let rule = PinnedNameWithoutSubject()

    @Test func passesANameWithASubject() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func warnsOfAnEmptySubject() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Public Root<S>") }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.certainty == .unknown)
        #expect(found.first?.message.contains("is not documented") == true)
    }

    @Test func countsThoseThatCannotBeToldApart() throws {
        var fixture = try SituationFixture()
        for name in ["a.contoso.com", "b.contoso.com"] {
            try fixture.install(fixture.root.issue(name) { $0.subject = [] })
        }
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Public Root<S>") }
        let found = try fixture.findings(rule)
        #expect(found.first?.message.contains("2 certificates of the server have that name") == true)
    }
}
