import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// A small hybrid organization in which nothing is wrong, for a test to break.
///
/// EX01 has a public certificate for mail.contoso.com and the one that Exchange made for itself; a Send connector and a
/// Receive connector name the public one, and Exchange Online's connectors look for its name.
struct SituationFixture {
    /// The public CA, which the audit trusts.
    let root = Forge.authority("Public Root")
    /// The organization's own CA, which nobody else trusts.
    let internalRoot = Forge.authority("Contoso Root")
    /// Issuers from elsewhere.
    var outside: [ForgedCertificate]
    /// Files that lie beside the exports, each with its certificates.
    var beside: [[ForgedCertificate]] = []
    /// What is exported.
    var inventory = ExchangeInventory()
    /// The instant of the diagnosis.
    var time = "2026-06-01"

    /// The public certificate on EX01.
    var mail: InstalledCertificate { inventory.certificates[0] }
    /// The certificate that Exchange made, on EX01.
    var own: InstalledCertificate { inventory.certificates[1] }
    /// The name of the public certificate.
    var mailName: String { Self.name(of: mail) }

    init() throws {
        outside = [internalRoot]
        let key = ForgedKey.kept(.rsa(2_048))
        try install(root.issue("mail.contoso.com") { $0.key = key })
        try install(Forge.selfSigned("EX01") { $0.key = key }) {
            $0.isSelfSigned = true
            $0.rootCAType = .registry
        }
        let place = Self.place
        var send = SendConnector(name: "Outbound to Office 365", place: place)
        send.isEnabled = true
        send.fqdn = .value("mail.contoso.com")
        send.tlsCertificateName = .value(mailName)
        send.requireTLS = true
        send.tlsAuthLevel = .value("DomainValidation")
        send.tlsDomain = .value("mail.protection.outlook.com")
        send.cloudServicesMailEnabled = true
        send.dnsRoutingEnabled = true
        send.ignoreSTARTTLS = false
        send.addressSpaces = .value(["smtp:contoso.mail.onmicrosoft.com;1"])
        send.smartHosts = .empty
        send.sourceTransportServers = .value(["EX01"])
        inventory.sendConnectors = [send]
        inventory.receiveConnectors = [Self.frontEnd(on: "EX01", naming: mailName)]
        var inbound = InboundConnector(name: "Inbound from contoso", place: place)
        inbound.connectorType = "OnPremises"
        inbound.isEnabled = true
        inbound.tlsSenderCertificateName = .value("*.contoso.com")
        inventory.inboundConnectors = [inbound]
        var outbound = OutboundConnector(name: "Outbound to contoso", place: place)
        outbound.connectorType = "OnPremises"
        outbound.isEnabled = true
        outbound.tlsSettings = .value("DomainValidation")
        outbound.tlsDomain = .value("mail.contoso.com")
        inventory.outboundConnectors = [outbound]
        inventory.acceptedDomains = [AcceptedDomain(domainName: "contoso.com", place: place)]
        var configuration = HybridConfiguration(place: place)
        configuration.tlsCertificateName = .value(mailName)
        configuration.receivingTransportServers = .value(["EX01"])
        inventory.hybridConfiguration = configuration
        var service = TransportServer(name: "EX01", place: place)
        service.internalTransportCertificateThumbprint = .value(own.thumbprint)
        inventory.transportServers = [service]
        var server = ExchangeServer(name: "EX01", place: place)
        server.fqdn = .value("EX01.contoso.local")
        inventory.servers = [server]
    }

    /// Puts a certificate into a server's store.
    @discardableResult
    mutating func install(
        _ forged: ForgedCertificate,
        on server: String = "EX01",
        services: ExchangeServices? = [.iis, .smtp],
        _ adjust: (inout InstalledCertificate) -> Void = { _ in }
    ) throws -> InstalledCertificate {
        let certificate = try Certificate(der: forged.der)
        var installed = InstalledCertificate(
            thumbprint: certificate.thumbprint.hexadecimal,
            place: Self.place
        )
        installed.server = server
        installed.certificate = certificate
        installed.issuer = certificate.issuer.dotNet
        installed.subject = certificate.subject.dotNet
        installed.services = services
        installed.status = .valid
        installed.rootCAType = .thirdParty
        installed.hasPrivateKey = true
        installed.isSelfSigned = false
        adjust(&installed)
        inventory.certificates.append(installed)
        return installed
    }

    /// The whole diagnosis.
    func diagnosis() throws -> Diagnosis { try diagnostician().diagnose(inventory, at: instant()) }

    /// Who diagnoses, by the fixture's public root and what lies beside the exports.
    func diagnostician() throws -> Diagnostician {
        let trust = Audit.Trust.anchors(PrivateAnchors([try Certificate(der: root.der)]))
        let issuers = try outside.map {
            Audit.OutsideIssuer(try Certificate(der: $0.der), path: "issuer.cer")
        }
        let files = beside.enumerated().map { number, certificates in
            InputReader().read(Array(certificates.map(\.pem).joined().utf8), path: "beside \(number).pem")
        }
        return Diagnostician(trust: trust, beside: files, outside: issuers)
    }

    /// The instant of the diagnosis.
    func instant() throws -> Instant { try #require(Instant(rfc3339: time)) }

    /// What one rule finds.
    func findings(_ rule: some ExchangeRule) throws -> [ExchangeFinding] {
        rule.findings(in: try diagnosis().situation)
    }

    static func name(of installed: InstalledCertificate) -> String {
        "<I>\(installed.issuer ?? "")<S>\(installed.subject ?? "")"
    }

    static func frontEnd(on server: String, naming tlsCertificateName: String) -> ReceiveConnector {
        var receive = ReceiveConnector(identity: "\(server)\\Default Frontend \(server)", place: place)
        receive.server = server
        receive.isEnabled = true
        receive.transportRole = "FrontendTransport"
        receive.fqdn = .value("\(server).contoso.local")
        receive.tlsCertificateName = .value(tlsCertificateName)
        receive.authMechanism = .value(["Tls", "Integrated", "ExchangeServer"])
        receive.requireTLS = false
        receive.bindings = .value(["[::]:25", "0.0.0.0:25"])
        receive.remoteIPRanges = .value([
            "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255",
        ])
        receive.tlsDomainCapabilities = .value(["mail.protection.outlook.com:AcceptCloudServicesMail"])
        return receive
    }

    static let place = ExchangeObjectPlace(path: "export.txt", line: 1)
}
