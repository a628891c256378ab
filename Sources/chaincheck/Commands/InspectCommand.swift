import ArgumentParser
import Reports

/// Shows what is inside of files.
struct InspectCommand: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what is inside of files, without judging it.",
        discussion: """
            Exit codes: 0 every file was looked into, whatever is in it; 2 something could not be read. 64 the command \
            line is wrong, 74 the answer could not be written. Nothing is judged, so that there is no 1 and no 3.
            """
    )

    /// The forms in which an inspection can be shown.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("Files to look into; - for standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var passwords: PasswordOptions

    @Option(help: "text or json.")
    var format = Format.text

    @Flag(help: "json: put each certificate's PEM into the answer.")
    var pem = false

    var namedFiles: NamedFiles {
        NamedFiles.of(passwords).reading("<file>", files)
    }

    func validate() throws {
        if pem, format != .json { throw ValidationError("--pem goes with --format json") }
    }

    func run() throws {
        let sink: ReportSink = { try StandardOutput.write($0) }
        let hasErrors =
            switch format {
            case .text: try inspect(InspectionText(style: .detected(), sink: sink))
            case .json: try inspect(InspectionJSON(isList: files.count > 1, includesPEM: pem, sink: sink))
            }
        if hasErrors { throw ExitStatus.unread.code }
    }

    /// Looks into one file after the other and forgets each; whether something could not be read.
    private func inspect(_ writer: some InspectionWriter) throws -> Bool {
        var writer = writer
        let reader = try passwords.reader()
        var hasErrors = false
        try writer.begin()
        for file in files {
            let inspection = Inspection(try reader.content(named: file))
            if inspection.outcome == .error { hasErrors = true }
            try writer.write(inspection)
        }
        try writer.end()
        return hasErrors
    }
}
