import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

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

@Suite("A PowerShell literal")
struct PowerShellLiteralTests {
    @Test("expands nothing of what stands in it")
    func expandsNothing() {
        #expect(
            PowerShellLiteral.expression("CN=$(Remove-Item C:) `n $env:x")
                == "'CN=$(Remove-Item C:) `n $env:x'"
        )
    }

    @Test("doubles every character that PowerShell takes for a single quote")
    func doublesQuotes() {
        #expect(PowerShellLiteral.expression("O'Neil") == "'O''Neil'")
        #expect(
            PowerShellLiteral.expression("a\u{2018}b\u{2019}c\u{201A}d\u{201B}")
                == "'a\u{2018}\u{2018}b\u{2019}\u{2019}c\u{201A}\u{201A}d\u{201B}\u{201B}'"
        )
    }

    @Test("stays one line, and shows what does not print")
    func staysOneLine() {
        #expect(
            PowerShellLiteral.expression("a\r\nRemove-Item b")
                == "('' + 'a' + [char]0xD + [char]0xA + 'Remove-Item b')"
        )
        #expect(PowerShellLiteral.expression("\u{202E}x") == "('' + [char]0x202E + 'x')")
    }

    @Test("writes a character beyond the first plane as the two units that PowerShell has for it")
    func writesSurrogates() {
        #expect(PowerShellLiteral.expression("\u{E0001}") == "('' + [char]0xDB40 + [char]0xDC01)")
    }

    @Test("of nothing is an empty text")
    func ofNothing() {
        #expect(PowerShellLiteral.expression("") == "''")
    }
}
