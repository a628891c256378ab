import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// There is no PowerShell where the tests run, so the script is read.
struct CollectScriptTests {
    private static func script() throws -> String {
        try SourceTree.text(of: "Scripts/Collect-ChainCheck.ps1")
    }

    /// The script without comments.
    private static func code() throws -> String {
        try script().replacing(/(?s)<#.*?#>/, with: "").split(separator: "\n")
            .filter { !$0.contains(/^\s*#/) }.joined(separator: "\n")
    }

    @Test func runsNothingThatChangesExchange() throws {
        let commands = Set(
            try Self.code().matches(of: /\b[A-Z][A-Za-z]+-[A-Z][A-Za-z]+\b/).map { String($0.output) }
        )
        let local: Set = [
            "New-Item", "Add-Content", "Join-Path", "Export-Clixml", "Select-Object", "ForEach-Object",
            "Write-Host",
            "Write-Warning", "Get-Command", "Get-Item",
        ]
        // Functions of its own, and what it only tells people to run.
        let named: Set = ["Export-Answer", "Write-Failure", "ChainCheck-Export", "Connect-ExchangeOnline"]
        let others = commands.subtracting(local).subtracting(named)
        #expect(others.filter { !$0.hasPrefix("Get-") }.isEmpty)
        #expect(others.contains("Get-ExchangeCertificate"))
    }

    @Test func exportsEveryKindThatIsRead() throws {
        let code = try Self.code()
        for kind in ExportedKind.allCases where kind != .storeCertificate {
            #expect(
                code.contains("{ \(kind.rawValue) }") || code.contains("\(kind.rawValue) -Server"),
                "\(kind)"
            )
        }
    }

    @Test func readsNoPrivateKey() throws {
        let code = try Self.code()
        for word in ["Export-PfxCertificate", "Export-ExchangeCertificate", "'PrivateKey'", "Password"] {
            #expect(!code.contains(word), "\(word)")
        }
    }

    @Test func bracketsAndQuotesArePaired() throws {
        let code = try Self.code()
        for (open, close) in [("{", "}"), ("(", ")"), ("[", "]")] {
            #expect(code.count { String($0) == open } == code.count { String($0) == close }, "\(open)")
        }
        #expect(code.count { $0 == "'" }.isMultiple(of: 2))
        #expect(!code.contains("\r"))
    }
}
