extension Remedy {
    /// Assigns SMTP to a certificate.
    static func assignSmtp(to thumbprint: String, on server: String?) -> Remedy {
        Remedy(
            "Assign SMTP to certificate \(thumbprint)\(server.map { " on \($0)" } ?? "")",
            [addingSmtp(to: thumbprint, on: server)],
            dangers: [Danger.answerNo],
            certainty: .documented,
            source: Citation.enableCertificate
        )
    }

    /// `Enable-ExchangeCertificate`, which never carries the switch that answers its question with Yes.
    static func addingSmtp(to thumbprint: String, on server: String?) -> PowerShellCommand {
        PowerShellCommand(
            "Enable-ExchangeCertificate",
            [("Thumbprint", .text(thumbprint)), ("Services", .text("SMTP"))] + at(server)
        )
    }

    /// Links a certificate with its private key again, where the server still has the key.
    static func repairKey(of thumbprint: String, on server: String?) -> Remedy {
        Remedy(
            "Link certificate \(thumbprint) with its private key again\(server.map { " on \($0)" } ?? "")",
            shell: .windows,
            [PowerShellCommand("certutil", [("repairstore", .text("my")), ("", .text(thumbprint))])],
            dangers: [
                """
                it helps only where the key is still on that server: where it is not, import the certificate again \
                together with its key
                """
            ],
            certainty: .stated,
            source: Citation.repairStore
        )
    }

    /// Brings a certificate to a server that lacks it.
    static func importCertificate(on server: String) -> Remedy {
        Remedy(
            "Import the certificate with its private key on \(server), from a PFX file of a server that has it",
            [
                PowerShellCommand("Read-Host", [("AsSecureString", .none)], variable: "password"),
                PowerShellCommand(
                    "Import-ExchangeCertificate",
                    [
                        ("Server", .text(server)),
                        (
                            "FileData",
                            .expression(
                                PowerShellCommand.StaticExpression(
                                    "([System.IO.File]::ReadAllBytes('C:\\import\\certificate.pfx'))"
                                )
                            )
                        ),
                        ("Password", .expression(PowerShellCommand.StaticExpression("$password"))),
                    ]
                ),
            ],
            dangers: ["put the file's own path in; importing assigns no service, so assign SMTP afterwards"],
            certainty: .documented,
            source: Citation.importCertificate
        )
    }

    /// Has the server make or take another certificate for mail between its own servers.
    static func renewInternalTransport(on server: String) -> Remedy {
        Remedy(
            "Make a new self-signed certificate on \(server) for mail between Exchange servers",
            [
                PowerShellCommand(
                    "Get-TransportService",
                    [("", .text(server))],
                    pipedInto: [
                        PowerShellCommand(
                            "Format-List",
                            [("", .text("InternalTransportCertificateThumbprint"))]
                        )
                    ]
                ),
                PowerShellCommand("New-ExchangeCertificate", [("Server", .text(server))]),
            ],
            dangers: [
                """
                here, and only here, the question whether to overwrite the default SMTP certificate may be answered \
                Yes: the default certificate is the internal one
                """,
                Danger.edgeSubscription,
            ],
            certainty: .documented,
            source: "\(Citation.anonymousSelection); \(Citation.internalTransport)"
        )
    }
}
