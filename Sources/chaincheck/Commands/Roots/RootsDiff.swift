import ArgumentParser
import ChainKit
import Reports

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

/// The difference of two lists, for people and as records.
struct RootDiffReport {
    let before: MicrosoftRootList
    let after: MicrosoftRootList
    private let difference: RootListDifference

    init(before: MicrosoftRootList, after: MicrosoftRootList) {
        self.before = before
        self.after = after
        difference = RootListDifference(from: before, to: after)
    }

    func text(_ style: TextStyle) -> String {
        var text = "from \(title(before))\nto   \(title(after))\n"
        let sections: [(String, [(RootListEntry, String?)])] = [
            ("added", difference.added.map { ($0, nil) }),
            ("removed", difference.removed.map { ($0, nil) }),
            ("newly disabled", changed { if case .newlyDisabled = $0 { true } else { false } }),
            ("newly NotBefore", changed { if case .newlyNotBefore = $0 { true } else { false } }),
            ("dates moved", changed(where: isMove)),
            ("other changes", changed { $0.kind == "other" }),
        ]
        for (heading, roots) in sections where !roots.isEmpty {
            text += "\n" + style.paint("\(heading): \(roots.count)", .strong) + "\n"
            for (entry, words) in roots {
                let line = "  \(entry.thumbprint.hexadecimal.prefix(8)) \(name(entry))"
                text += TextLayout.clip(line, width: style.width) + "\n"
                let wrapped =
                    words.map { TextLayout.wrap("           " + $0, width: style.width, indent: 11) } ?? []
                for line in wrapped { text += line + "\n" }
            }
        }
        return sections.allSatisfy(\.1.isEmpty) ? text + "\nno root changed\n" : text
    }

    /// A record a root and change, in the order of the text.
    var records: [JSONValue] {
        difference.added.map { record($0, "added", nil) }
            + difference.removed.map { record($0, "removed", nil) }
            + difference.changed.flatMap { root in
                root.changes.map { record(root.after, $0.kind, $0.words) }
            }
    }

    func value(of list: MicrosoftRootList) -> JSONValue {
        .object([
            "thisUpdate": .string(list.thisUpdate.rfc3339), "sequence": .string(list.sequenceNumber),
            "entries": .integer(Int64(list.entries.count)),
        ])
    }

    private func record(_ entry: RootListEntry, _ change: String, _ words: String?) -> JSONValue {
        .object([
            "sha1": .string(entry.thumbprint.hexadecimal.lowercased()), "name": .string(plainName(entry)),
            "change": .string(change), "words": .optional(words),
        ])
    }

    private func changed(
        where isMeant: (RootListDifference.Change) -> Bool
    ) -> [(RootListEntry, String?)] {
        difference.changed.compactMap { root in
            let words = root.changes.filter(isMeant).map(\.words)
            return words.isEmpty ? nil : (root.after, words.joined(separator: "; "))
        }
    }

    private func isMove(_ change: RootListDifference.Change) -> Bool {
        ["disabling-moved", "disabling-withdrawn", "not-before-moved", "not-before-withdrawn"].contains(
            change.kind
        )
    }

    private func title(_ list: MicrosoftRootList) -> String {
        "\(list.thisUpdate.date), sequence \(list.sequenceNumber), \(list.entries.count) roots"
    }

    private func name(_ entry: RootListEntry) -> String { RootNames.line(for: entry, certificate(entry)) }

    private func plainName(_ entry: RootListEntry) -> String {
        certificate(entry).map { SubjectText.shortText($0.subject) } ?? entry.displayName ?? ""
    }

    private func certificate(_ entry: RootListEntry) -> Certificate? {
        after.certificate(of: entry.thumbprint) ?? before.certificate(of: entry.thumbprint)
    }
}

extension RootListDifference.Change {
    /// The change's stable name in records.
    fileprivate var kind: String {
        switch self {
        case .newlyDisabled: "newly-disabled"
        case .disablingMoved: "disabling-moved"
        case .disablingWithdrawn: "disabling-withdrawn"
        case .newlyNotBefore: "newly-not-before"
        case .notBeforeMoved: "not-before-moved"
        case .notBeforeWithdrawn: "not-before-withdrawn"
        case .notBeforeScope, .purposes, .disallowedPurposes, .friendlyName, .otherProperties: "other"
        }
    }
}
