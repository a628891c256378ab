import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("The stores of an inventory's servers")
struct ServerStoresTests {
    private func certificate(_ thumbprint: String, on server: String?) -> InstalledCertificate {
        var installed = InstalledCertificate(thumbprint: thumbprint, place: SituationFixture.place)
        installed.server = server
        return installed
    }

    private func inventory(_ servers: String?..., connectorsOn named: [String] = []) -> ExchangeInventory {
        var inventory = ExchangeInventory()
        inventory.certificates = servers.enumerated().map { certificate("A\($0)", on: $1) }
        var send = SendConnector(name: "Out", place: SituationFixture.place)
        send.sourceTransportServers = .value(named)
        inventory.sendConnectors = [send]
        return inventory
    }

    @Test("are known for the servers whose names the certificates carry, short or in full")
    func areKnownByName() {
        let stores = ServerStores(inventory("EX01.contoso.com", connectorsOn: ["ex01", "EX02"]))
        #expect(stores.coverage(of: "EX01") == .exported)
        #expect(stores.certificates(of: "EX01").map(\.thumbprint) == ["A0"])
        #expect(stores.coverage(of: "EX02") == .notExported)
        #expect(stores.certificates(of: "EX02").isEmpty)
    }

    @Test("are unknown altogether without a certificate")
    func areUnknownWithoutCertificates() {
        let stores = ServerStores(inventory(connectorsOn: ["EX01"]))
        #expect(stores.coverage(of: "EX01") == .notExported)
        #expect(stores.coverage(of: nil) == .notExported)
    }

    @Test("are the only server's where certificates name none")
    func areTheOnlyServers() {
        let stores = ServerStores(inventory(nil, connectorsOn: ["EX01"]))
        #expect(stores.coverage(of: "EX01") == .exported)
        #expect(stores.coverage(of: nil) == .exported)
        #expect(stores.certificates(of: "EX01").map(\.thumbprint) == ["A0"])
    }

    @Test("are in question where certificates name none and there are several servers")
    func areInQuestion() {
        let stores = ServerStores(inventory(nil, connectorsOn: ["EX01", "EX02"]))
        for server in ["EX01", "EX02"] {
            #expect(stores.coverage(of: server) == .ambiguous)
            #expect(stores.certificates(of: server).map(\.thumbprint) == ["A0"])
        }
        #expect(stores.coverage(of: nil) == .ambiguous)
    }

    @Test("that were exported by name are not mixed with certificates that name none")
    func areNotMixed() {
        let stores = ServerStores(inventory("EX01", nil, connectorsOn: ["EX01", "EX02"]))
        #expect(stores.coverage(of: "EX01") == .exported)
        #expect(stores.certificates(of: "EX01").map(\.thumbprint) == ["A0"])
        #expect(stores.coverage(of: "EX02") == .ambiguous)
        #expect(stores.certificates(of: "EX02").map(\.thumbprint) == ["A1"])
    }

    @Test("are not known by a certificate that somebody only considers importing")
    func areNotKnownByAnImport() {
        var inventory = inventory("EX01", connectorsOn: ["EX01", "EX02"])
        var considered = certificate("B0", on: "EX02")
        considered.isOnlyConsidered = true
        inventory.certificates.append(considered)
        #expect(ServerStores(inventory).coverage(of: "EX02") == .notExported)
    }

    @Test("are Edge Transport servers' where Get-ExchangeServer or the hybrid configuration says so")
    func areEdgeServers() {
        var inventory = inventory("EX01", connectorsOn: ["EDGE01", "EDGE02", "EX02"])
        var server = ExchangeServer(name: "EDGE01", place: SituationFixture.place)
        server.role = "Edge"
        inventory.servers = [server]
        var hybrid = HybridConfiguration(place: SituationFixture.place)
        hybrid.edgeTransportServers = .value(["EDGE02"])
        inventory.hybridConfiguration = hybrid
        let stores = ServerStores(inventory)
        #expect(["EDGE01", "edge02", "EX02", "EX01"].map(stores.isEdge) == [true, true, false, false])
    }
}
