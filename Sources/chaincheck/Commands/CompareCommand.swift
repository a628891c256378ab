import ArgumentParser
import ChainKit
import ExchangeKit
import Reports

/// Says what changes when one certificate takes another's place.
struct CompareCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Tell whether a certificate can take another's place, and what must be done for it.",
        discussion: """
            OLD is the certificate in use, NEW the one that is to replace it: files, of which the first certificate \
            that is no authority's counts, or thumbprints in the exports of --inventory. Both are judged by the same \
            audit; intermediates in either file help both. With an inventory the lines to type are those of the \
            connectors that name the old certificate.

            \(ExitStatus.help("something must be done, or the new one must not be installed (see --fail-on)"))
            """
    )

    /// The forms of the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The certificate in use: a file, or a thumbprint in the inventory.")
    var old: String

    @Argument(help: "The certificate that is to replace it.")
    var new: String

    @OptionGroup var names: NameOptions
    @OptionGroup var exports: InventoryOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var passwords: PasswordOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var empty: EmptyOptions

    @Option(help: "text or json.")
    var format = Format.text

    @Option(help: ArgumentHelp("Write the report here instead of to standard output.", valueName: "file"))
    var output: String?

    // What must be done is done before the certificate is bound, so that a script must stop there by default.
    @Option(
        help:
            "Exit with 1 from this answer on: warning (something must be done), error (do not install), or never."
    )
    var failOn = FailurePolicy.warning

    var namedFiles: NamedFiles {
        NamedFiles.of(exports, trust, revocation, passwords).reading("<old>", old).reading("<new>", new)
            .writing("--output", output)
    }

    func run() throws {
        let reader = try passwords.reader()
        let inventory = try exports.read(reader, leavingOut: namedFiles.leftOut)
        try Self.refuseUnread(inventory)
        let before = try ComparedInput(old, reader: reader, inventory: inventory?.inventory)
        let after = try ComparedInput(new, reader: reader, inventory: inventory?.inventory)
        let loaded = try trust.load(reader)
        let references = try names.references()
        let comparer = Comparer(
            trust: loaded.trust,
            time: try time.instant(),
            references: references,
            outside: loaded.outside,
            revocation: try revocation.revocation()
        )
        guard
            let comparison = comparer.compare(
                before.certificate,
                to: after.certificate,
                files: [before.content, after.content] + (inventory?.files ?? []),
                inventory: inventory?.inventory
            )
        else {
            StandardError.report("the two certificates could not be audited")
            throw ExitStatus.unread.code
        }
        let report = ComparisonReport(
            oldInput: old,
            newInput: new,
            trust: loaded.trust.words,
            references: references,
            comparison: comparison
        )
        try ReportFile.write(octets(report), to: output)
        let isFailed = failOn.isFailed(
            errors: comparison.answer == .doNotInstall ? 1 : 0,
            warnings: comparison.answer == .dropIn ? 0 : 1
        )
        try ExitStatus(report.counts, isFailed: isFailed).end(report.counts)
    }

    /// An inventory that was read in part may lack the connectors that name the old certificate.
    private static func refuseUnread(_ inventory: InventoryContent?) throws {
        guard let record = inventory?.files.first(where: \.record.hasErrors)?.record else { return }
        let path = PrintableText.escape(record.path)
        StandardError.report("\(path): \(record.worstProblem?.message ?? record.status)")
        throw ExitStatus.unread.code
    }

    private func octets(_ report: ComparisonReport) -> [UInt8] {
        switch format {
        case .json: return ComparisonJSON(toolVersion: ChainCheck.version).document(report)
        case .text:
            let style: TextStyle = output == nil ? .detected() : .plain
            return Array(ComparisonText(toolVersion: ChainCheck.version, style: style).page(report).utf8)
        }
    }
}

/// One side of a comparison: a file, or a thumbprint in an inventory.
struct ComparedInput {
    let certificate: Certificate
    /// What was read, the certificate among it.
    let content: FileContent

    /// Reads what a person named; a file goes before a thumbprint of the same name.
    init(_ text: String, reader: InputReader, inventory: ExchangeInventory?) throws {
        guard let thumbprint = Thumbprint(hexadecimal: text), !RootFiles.exists(text) else {
            content = try reader.content(named: text)
            certificate = try PresentedCertificate.first(of: content, isJudged: true)
            return
        }
        guard let inventory else {
            throw ValidationError("\(text) is a thumbprint: say with --inventory where its certificate is")
        }
        let installed = inventory.certificates.filter {
            $0.thumbprint.uppercased() == thumbprint.hexadecimal
        }
        guard !installed.isEmpty else {
            throw ExitStatus.nothing("the inventory has no certificate \(thumbprint.hexadecimal)")
        }
        guard let found = installed.lazy.compactMap(\.certificate).first else {
            StandardError.report(
                "the inventory does not hold the certificate \(thumbprint.hexadecimal) itself",
                hint: "put its .cer file beside the exports, or name that file"
            )
            throw ExitStatus.unread.code
        }
        certificate = found
        content = reader.read(found.der, path: text)
    }
}
