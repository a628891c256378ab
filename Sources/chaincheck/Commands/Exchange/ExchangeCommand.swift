import ArgumentParser
import ChainKit
import ExchangeKit
import Reports

/// Predicts what each connector of an exported Exchange organisation presents, and says what is wrong with it.
struct ExchangeCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract:
            "Predict which certificate each connector presents, and whether Exchange Online accepts it.",
        discussion: """
            Reads what Get-ExchangeCertificate, Get-SendConnector, Get-ReceiveConnector and their like export, as \
            CliXML, Format-List, Format-Table, JSON or CSV, told apart by content; certificate files beside them supply \
            what an export left out. Scripts/Collect-ChainCheck.ps1 exports everything in one run.

            \(ExitStatus.help("something stops mail, or a connector to or from Exchange Online is undetermined"))
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Exports and certificates: files and folders; - for standard input.",
            valueName: "path"
        )
    )
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Set this SMTP protocol log against the prediction; may be given several times.",
            valueName: "file"
        )
    )
    var log: [String] = []

    @Option(
        help: ArgumentHelp(
            "The server that certificates are from whose export names none.",
            valueName: "server"
        )
    )
    var certificatesOf: String?

    @Flag(
        help: "Follow links to folders outside of what is read; without it they are listed and not followed."
    )
    var followLinks = false

    @OptionGroup var change: ChangeOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var passwords: PasswordOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var empty: EmptyOptions
    @OptionGroup var report: ExchangeReportOptions

    var namedFiles: NamedFiles {
        NamedFiles.of(change, trust, revocation, passwords, report).reading("<path>", paths).reading(
            "--log",
            log
        )
    }

    func validate() throws {
        if paths.isEmpty { throw ValidationError("name at least one export, or a folder of them") }
    }

    func run() throws {
        let reader = try passwords.reader()
        let content = try InventoryReader(reader: reader, certificatesOf: certificatesOf)
            .content(named: paths, followsLinks: followLinks, leavingOut: namedFiles.leftOut)
        let loaded = try trust.load(reader)
        let diagnostician = Diagnostician(
            trust: loaded.trust,
            beside: content.files,
            outside: loaded.outside,
            revocation: try revocation.revocation()
        )
        let time = try time.instant()
        let today = diagnostician.diagnose(content.inventory, at: time)
        let changed = try change.apply(to: content.inventory, reader)
        let diagnosis = changed.map { diagnostician.diagnose($0, at: time) } ?? today
        let inventory = diagnosis.situation.inventory
        let result = ExchangeReport(
            inputs: paths,
            trust: loaded.trust.words,
            files: content.files.map(\.record),
            diagnosis: diagnosis,
            difference: changed == nil ? nil : DiagnosisDifference(from: today, to: diagnosis),
            sent: today.compared(with: try logs()),
            calendar: change.days == 0
                ? nil : diagnostician.calendar(of: inventory, from: diagnosis, days: change.days)
        )
        try write(result)
        try report.failOn.status(result, allowsEmpty: empty.allowEmpty).end(result.counts, .connectors)
    }

    private func logs() throws -> [(path: String, log: ProtocolLog)] {
        try log.map { path in
            let log = try StreamedInput(path).protocolLog()
            guard !log.isEmpty else {
                StandardError.report(
                    "\(path) is no SMTP protocol log",
                    hint: "take one of SmtpSend or SmtpReceive"
                )
                throw ExitStatus.unread.code
            }
            return (path: path, log: log)
        }
    }

    private func write(_ result: ExchangeReport) throws {
        let version = ChainCheck.version
        let octets: [UInt8]
        switch report.format {
        case .json: octets = ExchangeJSON(toolVersion: version).document(result)
        case .csv: octets = ExchangeCSV().document(result)
        case .text:
            let style: TextStyle = report.output == nil ? .detected() : .plain
            let text = ExchangeText(toolVersion: version, style: style, options: report.textOptions)
            octets = Array(text.page(result).utf8)
        }
        let script = report.script.map {
            (octets: RemedyScript(toolVersion: version).octets(result.diagnosis), path: Optional($0))
        }
        try ReportFile.write([script, (octets, report.output)].compactMap { $0 })
    }
}
