import ArgumentParser
import ChainKit
import FoundationEssentials
import Reports

/// Says when certificates stop working, and because of what.
struct TimelineCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Tell when certificates stop working, and because of what first.",
        discussion: """
            For each name it tells until when some certificate works, and which ones follow each other. Each certificate \
            is judged anew at every instant at which a certificate above it begins or ceases to be valid or a root's \
            date on Microsoft's list comes, so that it is seen when another path takes over. ics is a calendar with an \
            event and alarms for each thing to do; importing a later one moves the events of the earlier.

            \(ExitStatus.help("a certificate does not work at the time of the check"))
            """
    )

    /// The forms of the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, ics
    }

    @OptionGroup var input: InputOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var empty: EmptyOptions

    @Option(help: "text, json or ics.")
    var format = Format.text

    @Option(
        help: ArgumentHelp("How long before it is due a thing is to be begun: 14d, 2w.", valueName: "time")
    )
    var lead = LeadTime.standard

    @Option(help: ArgumentHelp("Write the report here instead of to standard output.", valueName: "file"))
    var output: String?

    var namedFiles: NamedFiles {
        NamedFiles.of(input, trust, revocation).writing("--output", output)
    }

    func run() throws {
        let reader = try input.passwords.reader()
        let loaded = try trust.load(reader)
        let builder = TimelineBuilder(
            trust: loaded.trust,
            time: try time.instant(),
            references: try names.references(),
            outside: loaded.outside,
            revocation: try revocation.revocation(),
            reader: reader,
            width: ProcessInfo.processInfo.activeProcessorCount,
            spoolFolder: FileManager.default.temporaryDirectory.path
        )
        let timeline = builder.timeline(of: try input.find(leavingOut: namedFiles.leftOut).inputs)
        let report = TimelineReport(
            inputs: input.paths,
            trust: loaded.trust.words,
            leadDays: lead.days,
            timeline: timeline
        )
        // A calendar without an event is none (RFC 5545, 3.6).
        let hasNoEvent = timeline.certificates.isEmpty || timeline.tasks.isEmpty
        guard format != .ics || !hasNoEvent else {
            StandardError.report(
                timeline.certificates.isEmpty
                    ? "no certificate that a server may present is here; no calendar was written"
                    : "there is nothing to do on any day to come; no calendar was written"
            )
            let status = status(report.counts)
            throw (status == .success && !empty.allowEmpty ? .nothingToJudge : status).code
        }
        if let leftOut = timeline.leftOut {
            StandardError.report(
                "left out: \(leftOut.words)",
                hint: "run timeline on fewer files to see them"
            )
        }
        try ReportFile.write(octets(report), to: output)
        try status(report.counts).end(report.counts)
    }

    private func octets(_ report: TimelineReport) -> [UInt8] {
        let version = ChainCheck.version
        switch format {
        case .json: return TimelineJSON(toolVersion: version).document(report)
        case .ics: return TimelineCalendarFile(toolVersion: version).document(report)
        case .text:
            let style: TextStyle = output == nil ? .detected() : .plain
            return Array(TimelineText(toolVersion: version, style: style).page(report).utf8)
        }
    }

    private func status(_ counts: JudgementCounts) -> ExitStatus {
        ExitStatus(counts, isFailed: counts.unfit > 0, allowsEmpty: empty.allowEmpty)
    }
}

/// A number of days, written `14d`, or in weeks, `2w`.
struct LeadTime: ExpressibleByArgument {
    let days: Int
    private let text: String

    /// Two weeks: time to order, to install on every server, and to have it go wrong once.
    static let standard = LeadTime(days: 14, text: "14d")

    private init(days: Int, text: String) {
        self.days = days
        self.text = text
    }

    init?(argument: String) {
        guard let unit = argument.last, let factor = ["d": 1, "w": 7][unit] else { return nil }
        let digits = argument.dropLast()
        guard (1...4).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
            let count = Int(digits)
        else { return nil }
        guard count * factor <= Self.most else { return nil }
        self.init(days: count * factor, text: argument)
    }

    /// Ten years; a public certificate has lived for three at most.
    private static let most = 3_660

    var defaultValueDescription: String { text }
}
