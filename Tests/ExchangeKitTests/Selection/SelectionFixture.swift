import Forges
import TestSupport

@testable import ChainKit
@testable import ExchangeKit

/// A server's store, its connectors and the CAs behind it, for tests of the selections.
struct SelectionFixture {
    static let now = Instant(seconds: 1_790_000_000)  // 2026-09-21
    let publicRoot = Forge.authority("Public Root").authority("Public CA 1")
    let internalRoot = Forge.authority("Contoso Internal CA")

    /// A certificate of the public CA, valid on the server.
    func issued(
        _ name: String = "mail.contoso.com",
        names: [String]? = nil,
        from start: String = "20260101000000Z",
        to end: String = "20270101000000Z",
        services: ExchangeServices? = [.smtp],
        standing: LocalStanding = .valid,
        by issuer: ForgedCertificate? = nil,
        version: Int = 3
    ) throws -> SelectionCandidate {
        let forged = (issuer ?? publicRoot).issue(name, names: names) {
            $0.notBefore = start
            $0.notAfter = end
            $0.version = version
        }
        return SelectionCandidate(
            try InstalledFixture.installed(forged, services: services),
            standing: standing
        )
    }

    /// A certificate that signed itself.
    func selfSigned(
        _ name: String = "mail.contoso.com",
        from start: String = "20260101000000Z",
        to end: String = "20310101000000Z"
    ) throws -> SelectionCandidate {
        let forged = Forge.selfSigned(name) {
            $0.notBefore = start
            $0.notAfter = end
        }
        return SelectionCandidate(try InstalledFixture.installed(forged), standing: .selfSigned)
    }

    /// A Receive connector of which everything is exported.
    static func receive(
        fqdn: Setting<String> = .value("mail.contoso.com"),
        name: Setting<String> = .empty,
        authentication: Setting<[String]> = .value(["Tls", "ExchangeServer"])
    ) -> ReceiveConnector {
        var connector = ReceiveConnector(identity: "EX1\\Default", place: InstalledFixture.place)
        connector.isEnabled = true
        connector.fqdn = fqdn
        connector.tlsCertificateName = name
        connector.authMechanism = authentication
        return connector
    }

    /// A Send connector of which everything is exported.
    static func send(
        fqdn: Setting<String> = .value("mail.contoso.com"),
        name: Setting<String> = .empty
    ) -> SendConnector {
        var connector = SendConnector(name: "Outbound to Office 365", place: InstalledFixture.place)
        connector.isEnabled = true
        connector.ignoreSTARTTLS = false
        connector.fqdn = fqdn
        connector.tlsCertificateName = name
        return connector
    }

    /// What a Receive connector presents.
    static func inbound(
        _ candidates: [SelectionCandidate],
        _ connector: ReceiveConnector = receive(),
        server: String? = "ex1.contoso.com"
    ) -> CertificateChoice {
        InboundStartTlsSelection().choose(for: connector, serverFqdn: server, among: candidates, at: now)
    }

    /// What a Send connector presents.
    static func outbound(
        _ candidates: [SelectionCandidate],
        _ connector: SendConnector = send(),
        server: String? = "ex1.contoso.com"
    ) -> CertificateChoice {
        OutboundTlsSelection().choose(for: connector, serverFqdn: server, among: candidates, at: now)
    }

    /// What a TlsCertificateName for a certificate is.
    static func pin(_ candidate: SelectionCandidate) -> Setting<String> {
        TlsCertificateName(candidate.installed).map { .value($0.text) } ?? .empty
    }
}

extension SelectionCandidate {
    /// The same certificate with another standing or other facts.
    func with(
        standing: LocalStanding? = nil,
        _ adjust: (inout InstalledCertificate) -> Void = { _ in }
    ) -> SelectionCandidate {
        var installed = installed
        adjust(&installed)
        return SelectionCandidate(installed, standing: standing ?? self.standing)
    }
}

extension CertificateChoice {
    /// Those of an undetermined outcome, empty for any other.
    var possible: [SelectionCandidate] {
        if case .undetermined(let candidates, _) = outcome { candidates } else { [] }
    }

    /// Why none is presented or it is not known which.
    var reason: String {
        switch outcome {
        case .presented: ""
        case .none(let reason), .undetermined(_, let reason): reason
        }
    }

    /// Whether it is certain that none is presented.
    var isNone: Bool {
        if case .none = outcome { true } else { false }
    }

    func step(_ step: StartTlsStep) -> SelectionStep? { steps.first { $0.id == step.rawValue } }
}
