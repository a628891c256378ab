import ArgumentParser
import ChainKit
import ExchangeKit
import FoundationEssentials
import Reports

/// Audits files and folders.
struct AuditCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tell which certificates may be bound to SMTP, and why the others may not.",
        discussion: ExitStatus.help(
            "a certificate is ineligible or undetermined (see --fail-on), as every one is with --no-signatures"
        )
    )

    @OptionGroup var input: InputOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var exports: InventoryOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var empty: EmptyOptions

    @Flag(
        help: ArgumentHelp(
            "Check no signature: a quick look, after which nothing is called eligible.",
            discussion: """
                Issuers are told by names and key identifiers. What would be eligible is undetermined; what is ineligible \
                for another reason stays so. Not with --crls or --inventory.
                """
        )
    )
    var noSignatures = false

    @Option(help: "How many threads work; all cores where it is not given.")
    var threads: Int?

    var namedFiles: NamedFiles {
        NamedFiles.of(input, trust, revocation, exports, report)
    }

    func validate() throws {
        if let threads, !(1...1_024).contains(threads) {
            throw ValidationError("--threads must be from 1 to 1024")
        }
        if noSignatures, !revocation.crls.isEmpty {
            throw ValidationError(
                "--no-signatures and --crls exclude each other: a list counts only by its signature"
            )
        }
        if noSignatures, !exports.inventory.isEmpty {
            throw ValidationError(
                "--no-signatures and --inventory exclude each other: what connectors will present is told by whole paths"
            )
        }
        if report.pem, !report.format.takesPEM, input.from != .ndjson {
            throw ValidationError("--pem goes with --format json or ndjson")
        }
        if input.from == .ndjson, !report.format.isForReading, !report.format.isLineByLine {
            throw ValidationError("--from ndjson is answered in ndjson")
        }
    }

    func run() throws {
        let reader = try input.passwords.reader()
        let loaded = try trust.load(reader)
        let inventory = try exports.read(reader, leavingOut: namedFiles.leftOut)
        let instant = try time.instant()
        let outsideRevocation = try revocation.revocation()
        let audit = Audit(
            trust: loaded.trust,
            time: instant,
            references: try names.references(),
            options: Audit.Options(
                outside: loaded.outside,
                outsideRevocation: outsideRevocation,
                reader: reader,
                signatureChecking: signatureChecking,
                installed: inventory?.inventory.certificates,
                conclude: inventory?.inventory.conclusion(at: instant) { issuers in
                    Diagnostician(
                        trust: loaded.trust,
                        outside: loaded.outside
                            + issuers.map { Audit.OutsideIssuer($0, path: "the audited files") },
                        revocation: outsideRevocation
                    )
                },
                width: width,
                spoolFolder: FileManager.default.temporaryDirectory.path
            )
        )
        if noSignatures {
            StandardError.report(
                "no signature is checked: nothing will be called eligible",
                hint: "run again without --no-signatures for an answer"
            )
        }
        if input.from == .ndjson { return try answer(audit) }
        let inputs = try input.find(leavingOut: namedFiles.leftOut).adding(inventory)
        Interruption.sumsUp()
        let file = try ReportFile(report.output)
        let summary: AuditSummary
        do {
            summary = try run(audit, on: inputs, writingTo: file)
            try file.close(isWhole: !summary.isInterrupted)
        } catch {
            file.discard()
            throw error
        }
        try end(summary, .certificates)
    }

    /// Ends the run with the code for what was found; an interruption goes before everything else.
    private func end(_ summary: AuditSummary, _ words: JudgementCounts.Words) throws {
        if summary.isInterrupted { throw ExitCode(Interruption.exitCode) }
        try status(summary).end(summary.counts, words)
    }

    private func status(_ summary: AuditSummary) -> ExitStatus {
        report.failOn.status(summary, allowsEmpty: empty.allowEmpty)
    }

    private var signatureChecking: SignatureChecking { noSignatures ? .notChecked : .checked }

    private var width: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    /// Answers lines from standard input.
    private func answer(_ audit: Audit) throws {
        Interruption.sumsUp()
        let file = try ReportFile(report.output)
        var summary = AuditSummary()
        do {
            let stream = AuditStream(
                audit: StreamAudit(audit),
                writer: StreamJSON(includesPEM: report.pem, signatureChecking: signatureChecking),
                chunks: OrderedChunks(width: width)
            )
            try stream.run(&summary) { octets in
                if report.output == nil {
                    try StandardOutput.answer(octets)
                } else {
                    try file.write(octets)
                }
            }
            try file.close(isWhole: !summary.isInterrupted)
        } catch is StandardOutput.ReaderGone {
            throw status(summary).whenReaderIsGone.code
        } catch {
            file.discard()
            throw error
        }
        if summary.isInterrupted {
            let lines = summary.files == 1 ? "1 line was" : "\(summary.files) lines were"
            StandardError.report("interrupted: \(lines) answered")
        }
        try end(summary, .answers)
    }

    private func run(
        _ audit: Audit,
        on inputs: InputOptions.Found,
        writingTo file: ReportFile
    ) throws -> AuditSummary {
        let settings = AuditReportFormat.Settings(
            toolVersion: ChainCheck.version,
            style: report.output == nil ? .detected() : .plain,
            text: textOptions,
            includesPEM: report.pem
        )
        let writer = report.format.writer(settings) { try file.write($0) }
        return try run(audit, on: inputs, telling: writer)
    }

    private func run(
        _ audit: Audit,
        on inputs: InputOptions.Found,
        telling observer: some AuditObserver
    ) throws -> AuditSummary {
        var observer = observer
        var progress = ProgressLine()
        let summary = try audit.run(
            inputs.inputs,
            names: input.paths + exports.inventory,
            hiddenLeftOut: inputs.hiddenLeftOut,
            excludedLeftOut: inputs.excludedLeftOut,
            observer: &observer,
            isInterrupted: { Interruption.isWanted }
        ) { progress.show($0) }
        progress.clear()
        if let warning = summary.notOpenedWarning { StandardError.report(warning) }
        if summary.isInterrupted {
            StandardError.report("interrupted: \(summary.files) of \(inputs.inputs.count) files were audited")
        }
        return summary
    }

    private var textOptions: TextReport.Options {
        var options = TextReport.Options()
        options.explains = report.explain
        options.isQuiet = report.quiet
        options.exitCode = { [policy = report.failOn, empty] in
            if $0.isInterrupted { return Int(Interruption.exitCode) }
            return Int(policy.status($0, allowsEmpty: empty.allowEmpty).rawValue)
        }
        return options
    }
}
