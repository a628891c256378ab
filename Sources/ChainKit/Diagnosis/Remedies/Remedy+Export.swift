extension Remedy {
    /// Exports the certificates of a server; nil where nothing names it.
    static func exportCertificates(of server: String?, isEdge: Bool) -> Remedy {
        let isRemote = server != nil && !isEdge
        return Remedy(
            """
            Export the certificates of \(server ?? "every server that the connectors are on")\
            \(isRemote ? "" : ", in a shell there")
            """,
            [
                PowerShellCommand(
                    "Get-ExchangeCertificate",
                    isRemote ? [("Server", .text(server ?? ""))] : [],
                    pipedInto: [
                        PowerShellCommand(
                            "Export-Clixml",
                            [("Path", .text("certificates\(server.map { "-" + $0 } ?? "").xml"))]
                        )
                    ]
                )
            ],
            dangers: [
                """
                an empty list is not an empty store: run the shell as administrator; with payload signing an expired \
                Auth certificate can be the cause, too
                """
            ],
            certainty: .documented,
            source: Citation.getCertificate
        )
    }
}
