import ArgumentParser
import ChainKit
import Reports

/// Everything about Microsoft's list of trusted roots.
struct RootsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roots",
        abstract: "Look into Microsoft's signed list of trusted roots.",
        subcommands: [
            RootsList.self, RootsShow.self, RootsFind.self, RootsVerify.self, RootsDiff.self, RootsTrust.self,
        ]
    )

    /// What the help of commands that look into lists says of exit codes.
    ///
    /// - Parameter unfit: what 1 means for the command.
    /// - Returns: a paragraph.
    static func exitCodes(_ unfit: String) -> String {
        """
        Exit codes, the worst first: 1 \(unfit); 2 a list could not be read, or is not signed by Microsoft; 0 neither. \
        64 the command line is wrong, 74 the answer could not be written.
        """
    }
}

/// Finds roots by the name of a CA or a brand.
struct RootsFind: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find roots by a CA's name or brand, in the subject and in Microsoft's friendly name.",
        discussion: RootsCommand.exitCodes("no root has that name")
    )

    @Argument(help: "A part of the name, in any case.") var text: String
    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "text, json or ndjson.") var format = ReportFormat.text

    var namedFiles: NamedFiles {
        NamedFiles.of(roots)
    }

    func run() throws {
        let list = try roots.load()
        let found = RootSearch(list: list).roots(containing: text)
        if found.isEmpty, format == .text {
            StandardError.report(
                "no root has '\(PrintableText.escape(text))' in its name",
                hint: "a root may bear the name of the company that had it before"
            )
        } else {
            try RootReport(list: list, instant: time.instant(), style: .detected()).write(found, as: format)
        }
        if found.isEmpty { throw ExitStatus.unfit.code }
        try roots.refuseUnsigned(list)
    }
}

/// Shows one root and its terms in words.
struct RootsShow: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one root: all its terms in words, and what a renewal would meet.",
        discussion: RootsCommand.exitCodes("no root is meant by that, or several are")
    )

    @Argument(help: "A thumbprint (SHA-1 or SHA-256, or how it begins) or a name.") var root: String
    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "text, json or ndjson.") var format = ReportFormat.text

    var namedFiles: NamedFiles {
        NamedFiles.of(roots)
    }

    func run() throws {
        let list = try roots.load()
        let instant = try time.instant()
        let style = TextStyle.detected()
        let found = RootSearch(list: list).roots(meant: root)
        let name = PrintableText.escape(root)
        guard let entry = found.first else {
            StandardError.report(
                "no root of this list is '\(name)'",
                hint: "chaincheck roots find TEXT looks for a part of a name"
            )
            throw ExitStatus.unfit.code
        }
        guard found.count == 1 else {
            StandardError.report("\(found.count) roots are '\(name)'", hint: "give the thumbprint of one")
            try RootReport(list: list, instant: instant, style: style).write(found, as: format)
            throw ExitStatus.unfit.code
        }
        guard format == .text else {
            try RootReport(list: list, instant: instant, style: style).write([entry], as: format)
            try roots.refuseUnsigned(list)
            return
        }
        let terms = RootTerms(
            entry: entry,
            certificate: list.certificate(of: entry.thumbprint),
            instant: instant
        )
        try StandardOutput.write(
            terms.text(style) + "\n" + RootSummary.text(of: list, at: instant, style: style)
        )
        try roots.refuseUnsigned(list)
    }
}
