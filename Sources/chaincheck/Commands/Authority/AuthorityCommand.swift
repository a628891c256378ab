import ArgumentParser
import ChainKit
import Reports

/// Shows a CA's roots on Microsoft's list and on Mozilla's, and what became of them since 2023.
struct AuthorityCommand: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "ca",
        abstract: "Show a CA's roots: on Microsoft's list, on Mozilla's, and what changed since 2023.",
        discussion: """
            States are those that a certificate issued at the time of the check would meet. Mozilla's list is what mail \
            systems on Linux go by; it does not say from which day Mozilla trusts a root's new certificates no longer.

            \(RootsCommand.exitCodes("no root has that name"))
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A CA's name or brand, or a part of it, in any case; or how a thumbprint begins.")
    var name: String
    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "text or json.") var format = Format.text

    var namedFiles: NamedFiles {
        NamedFiles.of(roots)
    }

    func run() throws {
        let list = try roots.load()
        let found = AuthorityRoots(
            name,
            list: list,
            mozilla: .embedded(),
            history: .embedded(),
            at: try time.instant()
        )
        switch format {
        case .json: try StandardOutput.write(try found.value.document())
        case .text where found.isEmpty:
            StandardError.report(
                "no root has '\(PrintableText.escape(name))' in its name",
                hint: "a root may bear the name of the company that had it before"
            )
        case .text: try StandardOutput.write(AuthorityText(style: .detected()).page(found))
        }
        if found.isEmpty { throw ExitStatus.unfit.code }
        try roots.refuseUnsigned(list)
    }
}
