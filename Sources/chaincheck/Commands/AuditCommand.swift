import ArgumentParser
import ChainKit
import FoundationEssentials

/// Audits files and folders.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tell which certificates may be bound to SMTP, and why the others may not.",
        discussion: """
            Exit codes: 0 every certificate that was judged is eligible, 1 one is not (see --fail-on), \
            2 something could not be read, 64 the command line is wrong. 2 goes before 1.
            """
    )

    @OptionGroup var input: InputOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let file = try ReportFile(report.output)
        let sink: ReportSink = { try file.write($0) }
        let summary =
            switch report.format {
            case .text:
                try audit(
                    TextReport(
                        toolVersion: ChainCheck.version,
                        style: report.output == nil ? .detected() : .plain,
                        options: textOptions,
                        sink: sink
                    )
                )
            case .json:
                try audit(JSONReport(toolVersion: ChainCheck.version, includesPEM: report.pem, sink: sink))
            case .ndjson:
                try audit(NDJSONReport(toolVersion: ChainCheck.version, includesPEM: report.pem, sink: sink))
            case .csv: try audit(CSVReport(sink: sink))
            }
        try file.close()
        let code = report.failOn.exitCode(summary)
        if code != .success { throw code }
    }

    private var textOptions: TextReport.Options {
        var options = TextReport.Options()
        options.explains = report.explain
        options.isQuiet = report.quiet
        options.exitCode = { [policy = report.failOn] in Int(policy.exitCode($0).rawValue) }
        return options
    }

    private func audit(_ writer: some AuditObserver) throws -> AuditSummary {
        var writer = writer
        let audit = Audit(
            trust: try trust.trust(),
            time: try time.instant(),
            references: try names.references(),
            outside: try trust.outside(),
            outsideRevocation: try revocation.revocation(),
            reader: try input.passwords.reader(),
            width: ProcessInfo.processInfo.activeProcessorCount
        )
        var progress = ProgressLine()
        let (inputs, hiddenLeftOut) = try input.inputs()
        let summary = try audit.run(
            inputs,
            names: input.paths,
            hiddenLeftOut: hiddenLeftOut,
            observer: &writer
        ) { progress.show($0) }
        progress.clear()
        return summary
    }
}
