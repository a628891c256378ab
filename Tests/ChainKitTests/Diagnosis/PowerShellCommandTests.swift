import Testing

@testable import ChainKit

@Suite("A PowerShell command")
struct PowerShellCommandTests {
    private let pin = PowerShellCommand(
        "Set-SendConnector",
        [
            ("Identity", .text("To O'365")), ("TlsCertificateName", .expression(.init("$name"))),
            ("RequireTLS", .flag(true)),
        ]
    )

    @Test("is typed with its values quoted")
    func isTyped() {
        #expect(
            pin.text()
                == "Set-SendConnector -Identity 'To O''365' -TlsCertificateName $name -RequireTLS $true"
        )
    }

    @Test("that changes something has -WhatIf in a script")
    func hasWhatIf() {
        #expect(pin.text(whatIf: true).hasSuffix(" -WhatIf"))
        let look = PowerShellCommand(
            "Get-ExchangeCertificate",
            [("Thumbprint", .text("AB"))],
            pipedInto: "Format-List",
            variable: "certificate"
        )
        #expect(
            look.text(whatIf: true) == "$certificate = Get-ExchangeCertificate -Thumbprint 'AB' | Format-List"
        )
    }

    @Test("takes several values and nothing as PowerShell writes them")
    func takesListsAndNull() {
        let command = PowerShellCommand(
            "Set-X",
            [("", .list(["a", "b'"])), ("TlsCertificateName", .null)]
        )
        #expect(command.text() == "Set-X 'a','b''' -TlsCertificateName $null")
    }
}
