extension Remedy {
    /// Puts missing intermediates where Windows takes them from.
    static func installIntermediates(on server: String?) -> Remedy {
        Remedy(
            "Install the CA's intermediate certificates\(server.map { " on \($0)" } ?? " on every server")",
            shell: .windows,
            [
                PowerShellCommand(
                    "Get-ChildItem",
                    [("Path", .text("C:\\import\\ca.cer"))],
                    pipedInto: [
                        PowerShellCommand(
                            "Import-Certificate",
                            [("CertStoreLocation", .text("Cert:\\LocalMachine\\CA"))]
                        )
                    ]
                )
            ],
            dangers: [
                "put the file's own path in; roots do not belong into this store",
                "Test-Certificate on the server shows how this server sees the path, not how Exchange Online does",
            ],
            certainty: .documented,
            source: Citation.missingIntermediates
        )
    }

    /// Orders another certificate.
    static func publicCertificate(_ names: String) -> Remedy {
        Remedy(
            "Get a certificate of a public CA for \(names) and install it on every hybrid server",
            dangers: ["keep the present one until the connectors name the new one", Danger.edgeSubscription],
            certainty: .documented,
            source: Citation.hybridRequirements
        )
    }
}
