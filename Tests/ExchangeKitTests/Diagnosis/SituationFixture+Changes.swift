import Forges
import TestSupport

@testable import ChainKit
@testable import ExchangeKit

extension SituationFixture {
    /// A newer certificate of the organization's own CA for the same name.
    @discardableResult
    mutating func installInternal(on server: String = "EX01") throws -> InstalledCertificate {
        let forged = internalRoot.issue("mail.contoso.com") {
            $0.key = .kept(.rsa(2_048))
            $0.notBefore = "20260401000000Z"
        }
        return try install(forged, on: server) { $0.rootCAType = .enterprise }
    }

    /// Adds a second server with a Receive connector, a source of the Send connector.
    mutating func addServer(_ name: String, naming tlsCertificateName: String? = nil) {
        let place = Self.place
        let wanted = tlsCertificateName ?? mailName
        inventory.receiveConnectors.append(Self.frontEnd(on: name, naming: wanted))
        inventory.hybridConfiguration?.receivingTransportServers = .value(["EX01", name])
        var server = ExchangeServer(name: name, place: place)
        server.fqdn = .value("\(name).contoso.local")
        inventory.servers.append(server)
        changeSend { $0.sourceTransportServers = .value(["EX01", name]) }
    }

    mutating func changeSend(_ change: (inout SendConnector) -> Void) {
        change(&inventory.sendConnectors[0])
    }

    mutating func changeReceive(_ change: (inout ReceiveConnector) -> Void) {
        change(&inventory.receiveConnectors[0])
    }

    mutating func changeInbound(_ change: (inout InboundConnector) -> Void) {
        change(&inventory.inboundConnectors[0])
    }

    mutating func changeOutbound(_ change: (inout OutboundConnector) -> Void) {
        change(&inventory.outboundConnectors[0])
    }

    /// Has both connectors look by a name instead of naming a certificate.
    mutating func unpin(fqdn: String = "mail.contoso.com") {
        changeSend {
            $0.tlsCertificateName = .empty
            $0.fqdn = .value(fqdn)
        }
        changeReceive {
            $0.tlsCertificateName = .empty
            $0.fqdn = .value(fqdn)
        }
    }
}

extension ExchangeFinding {
    /// Every line that the remedies type.
    var commands: [String] { remedies.flatMap(\.commands).map { $0.text() } }
    /// Every danger that the remedies warn of.
    var dangers: [String] { remedies.flatMap(\.dangers) }
}
