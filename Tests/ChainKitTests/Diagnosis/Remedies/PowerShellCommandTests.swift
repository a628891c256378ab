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
            pipedInto: [PowerShellCommand("Format-List")],
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

    @Test("takes a switch without a value")
    func takesASwitch() {
        #expect(
            PowerShellCommand("Read-Host", [("AsSecureString", .none)]).text() == "Read-Host -AsSecureString"
        )
    }

    @Test("of a pipeline has -WhatIf behind each cmdlet that changes something")
    func hasWhatIfInAPipeline() {
        let command = PowerShellCommand(
            "Get-Queue",
            pipedInto: [
                PowerShellCommand("Where-Object", [("", .text("x"))]), PowerShellCommand("Retry-Queue"),
            ]
        )
        #expect(command.text() == "Get-Queue | Where-Object 'x' | Retry-Queue")
        #expect(command.text(whatIf: true) == "Get-Queue | Where-Object 'x' | Retry-Queue -WhatIf")
        #expect(command.changes)
    }

    @Test("knows whether it changes something")
    func knowsWhetherItChanges() {
        let changing = [
            PowerShellCommand("Restart-Service"), PowerShellCommand("Stop-Service"),
            PowerShellCommand("Start-Service"), PowerShellCommand("Import-Certificate"),
            PowerShellCommand("Import-ExchangeCertificate"), PowerShellCommand("Set-SendConnector"),
            PowerShellCommand("Enable-ExchangeCertificate"), PowerShellCommand("Remove-ExchangeCertificate"),
            PowerShellCommand("New-ExchangeCertificate"), PowerShellCommand("Retry-Queue"),
        ]
        let looking = [
            PowerShellCommand("Get-ExchangeCertificate"), PowerShellCommand("Test-Certificate"),
            PowerShellCommand("Where-Object"), PowerShellCommand("Format-List"),
            PowerShellCommand("Read-Host"), PowerShellCommand("Get-ChildItem"),
        ]
        #expect(changing.allSatisfy { $0.changes && $0.text(whatIf: true).hasSuffix(" -WhatIf") })
        #expect(looking.allSatisfy { !$0.changes && $0.text(whatIf: true) == $0.text() })
    }
}
