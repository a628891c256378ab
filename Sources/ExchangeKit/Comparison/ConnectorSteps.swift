import ChainKit

/// The lines that become necessary where a connector names the old certificate by issuer and subject.
struct ConnectorSteps {
    let old: Certificate
    let new: Certificate
    let inventory: ExchangeInventory?

    var steps: [ComparisonStep] {
        let (before, after) = (TlsCertificateName(old), TlsCertificateName(new))
        guard before.text != after.text else { return [] }
        guard let inventory, !inventory.connectors.isEmpty else { return [step(generic(after))] }
        let naming = inventory.connectors.filter { names(old, $0.tlsCertificateName) }
        var remedies = naming.isEmpty ? [] : [exact(naming, after)]
        if let configuration = inventory.hybridConfiguration, names(old, configuration.tlsCertificateName) {
            remedies.append(
                .runWizard(
                    "The hybrid configuration names the old certificate: run the wizard with the new one"
                )
            )
        }
        return remedies.isEmpty ? [] : [step(remedies)]
    }

    private func step(_ remedies: [Remedy]) -> ComparisonStep {
        ComparisonStep(.connectors, "the TlsCertificateName is another one: \(difference)", remedies)
    }

    private var difference: String {
        switch (old.issuer.dotNet == new.issuer.dotNet, old.subject.dotNet == new.subject.dotNet) {
        case (false, true): "the CA changed its issuing certificate"
        case (true, false): "the subject changed"
        default: "issuer and subject changed"
        }
    }

    /// Whether a connector's name is the certificate's.
    private func names(_ certificate: Certificate, _ setting: Setting<String>) -> Bool {
        guard let text = setting.value else { return false }
        var installed = InstalledCertificate(
            thumbprint: certificate.thumbprint.hexadecimal,
            place: ExchangeObjectPlace(path: "", line: 1)
        )
        installed.certificate = certificate
        return TlsCertificateNameMatch(TlsCertificateName(reading: text), installed).isMatch
    }

    private func exact(_ connectors: [TransportConnector], _ name: TlsCertificateName) -> Remedy {
        Remedy(
            "Name the new certificate in \(connectors.count == 1 ? "1 connector" : "\(connectors.count) connectors")",
            connectors.map { Self.line($0, name) },
            dangers: dangers,
            certainty: .documented,
            source: "\(Citation.setSendConnector); \(Citation.newCertificate)"
        )
    }

    /// The lines where it is not known which connectors there are.
    private func generic(_ name: TlsCertificateName) -> [Remedy] {
        let place = ExchangeObjectPlace(path: "", line: 1)
        let connectors: [TransportConnector] = [
            .send(SendConnector(name: "<name>", place: place)),
            .receive(ReceiveConnector(identity: "<server>\\Default Frontend <server>", place: place)),
        ]
        return [
            Remedy(
                "Name the new certificate in every connector that names the old one",
                connectors.map { Self.line($0, name) },
                dangers: ["put the names of your own connectors in; --inventory writes these lines for them"]
                    + dangers,
                certainty: .documented,
                source: "\(Citation.setSendConnector); \(Citation.newCertificate)"
            )
        ]
    }

    private var dangers: [String] {
        let subject =
            new.subject.isEmpty
            ? ["the new certificate has no subject: its name stands for every such certificate of that CA"]
            : []
        return [Danger.everyServerFirst] + subject
    }

    private static func line(_ connector: TransportConnector, _ name: TlsCertificateName) -> PowerShellCommand
    {
        var parameters: [PowerShellCommand.Parameter] = [("TlsCertificateName", .text(name.text))]
        // Exchange wants RequireTLS beside a TlsCertificateName on Send connectors (KB 3062283).
        if case .send = connector { parameters.append(("RequireTLS", .flag(true))) }
        return Remedy.setting(connector, parameters)
    }
}

extension ExchangeInventory {
    /// Every connector on premises.
    fileprivate var connectors: [TransportConnector] {
        sendConnectors.map(TransportConnector.send) + receiveConnectors.map(TransportConnector.receive)
    }
}
