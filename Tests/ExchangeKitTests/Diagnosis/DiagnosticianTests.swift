import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("A diagnosis")
struct DiagnosticianTests {
    @Test("finds nothing wrong where nothing is")
    func findsNothing() throws {
        let diagnosis = try SituationFixture().diagnosis()
        #expect(diagnosis.findings.filter { $0.severity != .note }.map(\.rule) == [])
        #expect(diagnosis.situation.connectors.count == 2)
        #expect(diagnosis.situation.connectors.allSatisfy { $0.acceptance.word == "accepted" })
    }

    @Test("does not depend on the order of the exports")
    func doesNotDependOnOrder() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        fixture.addServer("EX02")
        try fixture.installInternal()
        try fixture.installInternal(on: "EX02")
        let straight = try fixture.diagnosis()
        var generator = SplitMix(state: 7)
        for _ in 0..<10 {
            var shuffled = fixture
            shuffled.inventory.certificates.shuffle(using: &generator)
            shuffled.inventory.receiveConnectors.shuffle(using: &generator)
            shuffled.inventory.servers.shuffle(using: &generator)
            let other = try shuffled.diagnosis()
            #expect(Set(other.situation.connectors) == Set(straight.situation.connectors))
            #expect(Set(other.findings.map(\.rule)) == Set(straight.findings.map(\.rule)))
        }
    }

    @Test("predicts a Send connector for each of its servers")
    func predictsForEachServer() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        let predictions = try fixture.diagnosis().situation.outbound
        #expect(predictions.map(\.server) == ["EX01.contoso.local", "EX02.contoso.local"])
        #expect(predictions[0].choice.presented?.installed == fixture.mail)
        #expect(predictions[1].choice.presented == nil)
    }

    @Test("audits the files beside the exports together with the installed certificates")
    func auditsFilesBesideExports() throws {
        var fixture = try SituationFixture()
        let intermediate = fixture.root.authority("Public CA 1")
        let leaf = intermediate.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let stranger = intermediate.issue("www.contoso.com")
        let installed = try fixture.install(leaf)
        fixture.beside = [[intermediate], [stranger], [leaf, intermediate, fixture.root]]
        let judgements = try fixture.diagnosis().situation.judgements
        let record = try #require(judgements.record(of: installed))
        #expect(record.findings.map(\.rule) == ["redundant-root-in-bundle"])
        #expect(record.sources.map(\.path) == ["export.txt", "beside 2.pem"])
        fixture.beside = []
        fixture.outside.append(intermediate)
        let apart = try #require(try fixture.diagnosis().situation.judgements.record(of: installed))
        #expect(apart.findings.map(\.rule) == ["intermediate-not-in-folder"])
    }

    @Test("takes no incomplete path for a refusal where the server keeps the root among third parties'")
    func takesNoGapForARefusal() throws {
        var fixture = try SituationFixture()
        let intermediate = fixture.root.authority("Public CA 1")
        let leaf = intermediate.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        fixture.inventory.certificates.removeFirst()
        let installed = try fixture.install(leaf)
        fixture.changeSend { $0.tlsCertificateName = .value(SituationFixture.name(of: installed)) }
        let open = try #require(try fixture.diagnosis().situation.outbound.first)
        #expect(open.acceptance.word == "unknown")
        fixture.outside.append(intermediate)
        let complete = try #require(try fixture.diagnosis().situation.outbound.first)
        #expect(complete.acceptance.word == "accepted")
    }
}
