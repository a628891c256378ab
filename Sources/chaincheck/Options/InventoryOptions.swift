import ArgumentParser
import ChainKit
import ExchangeKit

/// What an Exchange organisation exported.
struct InventoryOptions: ParsableArguments, FileNaming {
    @Option(
        help: ArgumentHelp(
            "What Exchange's cmdlets exported, or folders of it; may be given several times.",
            discussion: """
                Export-Clixml, Format-List, Format-Table, ConvertTo-Json or Export-Csv of Get-ExchangeCertificate and \
                others; Scripts/Collect-ChainCheck.ps1 makes all of it. The certificates in it are audited as well, and \
                all others by what the servers say of them.
                """,
            valueName: "path"
        )
    )
    var inventory: [String] = []

    var namedFiles: NamedFiles {
        NamedFiles().reading("--inventory", inventory)
    }

    /// Everything that was exported, nil where nothing was given.
    func read(_ reader: InputReader, leavingOut: [String]) throws -> InventoryContent? {
        inventory.isEmpty
            ? nil : try InventoryReader(reader: reader).content(named: inventory, leavingOut: leavingOut)
    }
}
