import ArgumentParser
import ChainKit

/// Compares two versions of the list.
struct RootsDiff: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two lists: added, removed, newly disabled, dates moved.",
        discussion: RootsCommand.exitCodes("the lists differ in some root")
    )

    @Argument(help: "The older authroot.stl.") var older: String
    @Argument(help: "The newer one; the built-in list where there is none.") var newer: String?
    @Option(help: ArgumentHelp("More certificates, for the roots' names.", valueName: "path")) var anchorsDir:
        String?
    @Option(help: "text, json or ndjson.") var format = ReportFormat.text

    var namedFiles: NamedFiles {
        NamedFiles().reading("<older>", older).reading("<newer>", newer).reading("--anchors-dir", anchorsDir)
    }

    func run() throws {
        let before = try RootListOptions.list(at: older, certificates: anchorsDir, includingEmbedded: true)
        let after =
            try newer.map {
                try RootListOptions.list(at: $0, certificates: anchorsDir, includingEmbedded: true)
            }
            ?? MicrosoftRootList.embedded()
        let report = RootDiffReport(before: before, after: after)
        switch format {
        case .text: try StandardOutput.write(report.text(.detected()))
        case .json:
            try StandardOutput.write(
                JSONValue.object([
                    "schemaVersion": JSONValue.schemaVersion, "from": report.value(of: before),
                    "to": report.value(of: after),
                    "roots": .array(report.records),
                ]).document()
            )
        case .ndjson: try StandardOutput.write(report.records.map { try $0.line() }.joined())
        }
        if !report.records.isEmpty { throw ExitStatus.unfit.code }
        let given = newer == nil ? [before] : [before, after]
        // Said when they were read.
        guard given.allSatisfy({ (try? $0.verifySignature()) != nil }) else { throw ExitStatus.unread.code }
    }
}
