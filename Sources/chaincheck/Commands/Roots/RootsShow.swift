import ArgumentParser
import ChainKit

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
