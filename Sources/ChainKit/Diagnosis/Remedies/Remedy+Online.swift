extension Remedy {
    /// Sets the name by which Exchange Online knows our certificate.
    static func setSenderName(of connector: InboundConnector, to name: String) -> Remedy {
        Remedy(
            "Let Exchange Online's connector \(connector.name) look for a name that the certificate has",
            shell: .exchangeOnline,
            [
                PowerShellCommand(
                    "Set-InboundConnector",
                    [("Identity", .text(connector.name)), ("TlsSenderCertificateName", .text(name))]
                )
            ],
            dangers: [
                "unless it begins with a wildcard, the name is said to have to be an accepted domain as well",
                "a wildcard takes in every server that presents a certificate below that domain",
            ],
            certainty: .documented,
            source: Citation.setInboundConnector
        )
    }

    /// Sets the name that Exchange Online wants to find in our certificate.
    static func setTlsDomain(of connector: OutboundConnector, to name: String) -> Remedy {
        Remedy(
            "Or let Exchange Online's connector \(connector.name) look for a name that the certificate has",
            shell: .exchangeOnline,
            [
                PowerShellCommand(
                    "Set-OutboundConnector",
                    [("Identity", .text(connector.name)), ("TlsDomain", .text(name))]
                )
            ],
            dangers: ["every server that the connector reaches must present a certificate with that name"],
            certainty: .documented,
            source: Citation.setOutboundConnector
        )
    }
}
