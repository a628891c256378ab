import ArgumentParser
import ChainKit

/// Predicts what each connector of an exported Exchange organisation presents, and says what is wrong with it.
struct ExchangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract:
            "Predict which certificate each connector presents, and whether Exchange Online accepts it.",
        discussion: """
            Reads what Get-ExchangeCertificate, Get-SendConnector, Get-ReceiveConnector and their like export, as \
            CliXML, Format-List, Format-Table, JSON or CSV, told apart by content; certificate files beside them supply \
            what an export left out. Scripts/Collect-ChainCheck.ps1 exports everything in one run.

            Exit codes: 0 nothing is known to stop mail, 1 something does, 2 something could not be read, 64 the \
            command line is wrong.
            """
    )

    @Argument(help: ArgumentHelp("Exports and certificates: files and folders.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var change: ChangeOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var report: ExchangeReportOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("name at least one export, or a folder of them") }
    }
}
