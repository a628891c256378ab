import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("A diagnosis of a part of the exports")
struct PartialExportTests {
    /// Two sound servers, of which every part may be missing.
    private static func organization() throws -> SituationFixture {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        for installed in [fixture.mail, fixture.own] {
            var other = installed
            other.server = "EX02"
            fixture.inventory.certificates.append(other)
        }
        return fixture
    }

    /// The exports that an organization's folder is made of; each takes one of them away.
    private static let parts: [@Sendable (inout ExchangeInventory) -> Void] = [
        { $0.certificates.removeAll { $0.server == "EX01" } },
        { $0.certificates.removeAll { $0.server == "EX02" } },
        { $0.sendConnectors = [] },
        { $0.receiveConnectors.removeAll { $0.server == "EX01" } },
        { $0.receiveConnectors.removeAll { $0.server == "EX02" } },
        {
            $0.servers = []
            $0.transportServers = []
        },
        {
            $0.hybridConfiguration = nil
            $0.acceptedDomains = []
            $0.inboundConnectors = []
            $0.outboundConnectors = []
        },
    ]

    private static func subset(_ bits: Int, of whole: ExchangeInventory) -> ExchangeInventory {
        var inventory = whole
        for (place, remove) in parts.enumerated() where bits & 1 << place == 0 { remove(&inventory) }
        return inventory
    }

    @Test("never calls anything broken that is sound in the whole")
    func neverCallsASoundOrganizationBroken() throws {
        let fixture = try Self.organization()
        let (diagnostician, time) = (try fixture.diagnostician(), try fixture.instant())
        #expect(try fixture.diagnosis().findings.isEmpty)
        var open = 0
        for bits in 0..<(1 << Self.parts.count) {
            let inventory = Self.subset(bits, of: fixture.inventory)
            let diagnosis = diagnostician.diagnose(inventory, at: time)
            let label = "\(String(bits, radix: 2))"
            #expect(diagnosis.count(.error) == 0, "\(label): \(diagnosis.findings.map(\.message))")
            for prediction in diagnosis.situation.connectors {
                #expect(!prediction.isBroken, "\(label): \(prediction.label)")
                let server = try #require(prediction.server)
                let isExported = inventory.certificates.contains {
                    $0.server.map { server.hasPrefix($0) } == true
                }
                #expect(prediction.isUnsettled != isExported, "\(label): \(prediction.label)")
                open += prediction.isUnsettled ? 1 : 0
            }
            #expect(
                diagnosis.isUnsettled
                    == diagnosis.findings.contains { $0.rule == ServerCertificatesNotExported.metadata.id }
            )
        }
        #expect(open > 0)
    }

    @Test("tells what one server lacks only where its certificates were exported")
    func tellsWhatAServerLacksOnlyWhereExported() throws {
        var fixture = try Self.organization()
        let mail = fixture.mail.thumbprint
        fixture.inventory.certificates.removeAll { $0.server == "EX02" && $0.thumbprint == mail }
        let (diagnostician, time) = (try fixture.diagnostician(), try fixture.instant())
        for bits in 0..<(1 << Self.parts.count) {
            let inventory = Self.subset(bits, of: fixture.inventory)
            let diagnosis = diagnostician.diagnose(inventory, at: time)
            let isKnown = inventory.certificates.contains { $0.server == "EX02" }
            for prediction in diagnosis.situation.hybridConnectors {
                let isMeant = prediction.server?.hasPrefix("EX02") == true
                #expect(prediction.isBroken == (isMeant && isKnown), "\(bits): \(prediction.label)")
            }
            if !isKnown { #expect(diagnosis.count(.error) == 0, "\(diagnosis.findings.map(\.message))") }
        }
    }

    @Test("asks which server certificates without a name are from, and answers for each")
    func asksWhichServer() throws {
        var fixture = try Self.organization()
        fixture.inventory.certificates = [fixture.mail, fixture.own].map {
            var unnamed = $0
            unnamed.server = nil
            return unnamed
        }
        let situation = try fixture.diagnosis().situation
        let question = try #require(situation.serverQuestion)
        #expect(question.files == ["export.txt"])
        #expect(question.servers == ["EX01.contoso.local", "EX02.contoso.local"])
        #expect(situation.hybridConnectors.count == 4)
        for prediction in situation.hybridConnectors {
            guard case .undetermined(let candidates, _) = prediction.choice.outcome else {
                return #expect(Bool(false), "\(prediction.label) is told as if it were known")
            }
            #expect(candidates.map(\.installed.thumbprint) == [fixture.mail.thumbprint])
            #expect(prediction.acceptance.word == "unknown")
            let trial = try #require(prediction.trial)
            #expect(trial.choice.presented?.installed.thumbprint == fixture.mail.thumbprint)
            #expect(trial.acceptance.isAccepted)
        }
    }

    @Test("does not try the certificates of several files as one store")
    func doesNotTrySeveralFilesAsOneStore() throws {
        var fixture = try Self.organization()
        fixture.inventory.certificates = [fixture.mail, fixture.own].enumerated().map { number, installed in
            var unnamed = installed
            unnamed.server = nil
            unnamed.place = ExchangeObjectPlace(path: "\(number).txt", line: 1)
            return unnamed
        }
        let situation = try fixture.diagnosis().situation
        #expect(situation.serverQuestion?.files == ["0.txt", "1.txt"])
        #expect(situation.hybridConnectors.allSatisfy { $0.isUnsettled && $0.trial == nil })
    }

    @Test("does not say that a paste lacks a name's certificate on a server that it may not be from")
    func doesNotSayThatAPasteLacksACertificate() throws {
        var fixture = try Self.organization()
        fixture.inventory.certificates = [fixture.own].map {
            var unnamed = $0
            unnamed.server = nil
            return unnamed
        }
        let diagnosis = try fixture.diagnosis()
        #expect(diagnosis.count(.error) == 0, "\(diagnosis.findings.map(\.message))")
        for prediction in diagnosis.situation.hybridConnectors {
            #expect(!prediction.isBroken && prediction.isUnsettled)
            guard case .none = try #require(prediction.trial).choice.outcome else {
                return #expect(Bool(false))
            }
        }
    }

    @Test("leaves open what an import makes on a server whose other certificates are unknown")
    func leavesOpenWhatAnImportMakes() throws {
        var fixture = try Self.organization()
        let renewal = fixture.root.issue("mail.contoso.com") { $0.notBefore = "20260501000000Z" }
        fixture.inventory.certificates.removeAll { $0.server == "EX02" }
        let change = InventoryChange.importing(
            try renewal.certificate,
            services: .smtp,
            from: SituationFixture.place
        )
        let changed = fixture.inventory.applying(change, on: ["EX02"])
        let diagnosis = try fixture.diagnostician().diagnose(changed, at: try fixture.instant())
        let there = diagnosis.situation.hybridConnectors.filter { $0.server?.hasPrefix("EX02") == true }
        #expect(there.count == 2)
        #expect(there.allSatisfy { $0.isUnsettled })
    }
}
