import ChainKit
import Reports

/// Writes roots in the form that was asked for.
struct RootReport {
    let list: MicrosoftRootList
    let instant: Instant
    let style: TextStyle

    func write(_ entries: [RootListEntry], as format: ReportFormat) throws {
        switch format {
        case .text:
            let table = RootTable(list: list, instant: instant, style: style)
            try StandardOutput.write(
                table.text(of: entries) + "\n" + RootTable.legend + "\n"
                    + RootSummary.text(of: list, at: instant, style: style)
            )
        case .ndjson:
            var lines = ""
            for entry in entries { lines += try RootRecord.value(of: entry, in: list, at: instant).line() }
            try StandardOutput.write(lines)
        case .json:
            try StandardOutput.write(
                JSONValue.object([
                    "schemaVersion": JSONValue.schemaVersion,
                    "at": .string(instant.rfc3339),
                    "list": RootSummary.value(of: list, at: instant),
                    "roots": .array(
                        entries.map { RootRecord.value(of: $0, in: list, at: instant).withCamelCaseMembers }
                    ),
                ]).document()
            )
        }
    }
}

/// Roots as a table: the state for each purpose, the date behind it, the name.
struct RootTable {
    let list: MicrosoftRootList
    let instant: Instant
    let style: TextStyle

    private static let dateWidth = 10

    /// What the words in the columns mean.
    static let legend =
        "yes: trusted   old: only what was issued before the date   off: disabled on the date\n"
        + "no: disallowed   -: not listed for it   pilot: post-quantum pilot, not public   ?: not understood\n"

    func text(of entries: [RootListEntry]) -> String {
        var text = style.paint(heading, .strong) + "\n"
        for entry in entries { text += line(for: entry) + "\n" }
        return text
    }

    var heading: String {
        let purposes = RootPurpose.allCases.map { TextLayout.cell($0.heading, width: $0.width) }
        return (["thumbprt"] + purposes + [TextLayout.cell("date", width: Self.dateWidth), "root"])
            .joined(separator: " ")
    }

    func line(for entry: RootListEntry) -> String {
        let certificate = list.certificate(of: entry.thumbprint)
        let verdicts = RootPurpose.allCases.map {
            entry.verdict(on: certificate, for: $0.keyPurpose, leafNotBefore: instant, at: instant)
        }
        let states = zip(RootPurpose.allCases, verdicts).map { purpose, verdict in
            let state = RootState(verdict)
            return style.paint(TextLayout.cell(state.word, width: purpose.width), state.meaning)
        }
        let date = verdicts.lazy.compactMap(\.since).first.map(\.date) ?? ""
        let head = [String(entry.thumbprint.hexadecimal.prefix(8))] + states
        let used = 8 + RootPurpose.allCases.reduce(0) { $0 + $1.width + 1 } + Self.dateWidth + 2
        let name = TextLayout.clip(
            RootNames.line(for: entry, certificate),
            width: max(10, style.width - used)
        )
        return (head + [TextLayout.cell(date, width: Self.dateWidth), name]).joined(separator: " ")
    }
}

extension RootPurpose {
    fileprivate var width: Int { max(5, heading.count) }
}

/// A verdict in a word that fits a column.
struct RootState {
    let word: String
    let meaning: TextStyle.Meaning

    init(_ verdict: RootVerdict) {
        switch verdict.outcome {
        case .trusted: (word, meaning) = verdict.isPilot ? ("pilot", .warning) : ("yes", .good)
        case .notBefore: (word, meaning) = ("old", .warning)
        case .disabled: (word, meaning) = ("off", .bad)
        case .purposeDisallowed: (word, meaning) = ("no", .bad)
        case .purposeNotListed: (word, meaning) = ("-", .faint)
        case .notInList, .notUnderstood, .digestMismatch: (word, meaning) = ("?", .bad)
        }
    }
}

/// What a root is called, for people; escaped for the terminal.
enum RootNames {
    /// The subject's short form, with the friendly name where it says something else.
    static func line(for entry: RootListEntry, _ certificate: Certificate?) -> String {
        let friendly = entry.displayName ?? ""
        guard let certificate else { return PrintableText.escape(friendly) }
        let subject = SubjectText.shortText(certificate.subject)
        let isSaid = friendly.isEmpty || subject.lowercased().contains(friendly.lowercased())
        return PrintableText.escape(isSaid ? subject : "\(subject) (\(friendly))")
    }
}

/// What every answer about the list says of the list itself.
enum RootSummary {
    static let limits =
        "not known here: Microsoft's list of disallowed certificates, and what Exchange Online applies beyond the list"

    /// Without `findsRoots`, nothing is said of roots whose certificates are not here: that concerns paths alone.
    static func text(
        of list: MicrosoftRootList,
        at instant: Instant,
        style: TextStyle,
        findsRoots: Bool = true
    ) -> String {
        let age = list.ageInDays(at: instant)
        var lines = [
            "Microsoft's list of \(list.thisUpdate.date), sequence \(list.sequenceNumber), \(age) days old, "
                + "\(list.entries.count) roots"
        ]
        if let warning = staleness(of: list, at: instant) { lines.append(style.paint(warning, .warning)) }
        if findsRoots, let gap = gap(in: list) { lines.append(style.paint(gap, .warning)) }
        lines.append(limits)
        return lines.map { TextLayout.wrap($0, width: style.width).joined(separator: "\n") + "\n" }.joined()
    }

    static func value(of list: MicrosoftRootList, at instant: Instant) -> JSONValue {
        .object([
            "thisUpdate": .string(list.thisUpdate.rfc3339),
            "sequence": .string(list.sequenceNumber),
            "ageDays": .integer(Int64(list.ageInDays(at: instant))),
            "entries": .integer(Int64(list.entries.count)),
            "available": .integer(Int64(list.available)),
            "warning": .optional(staleness(of: list, at: instant)),
            "limits": .string(limits),
        ])
    }

    /// A warning where the certificates of some roots are not to be had.
    private static func gap(in list: MicrosoftRootList) -> String? {
        let missing = list.entries.count - list.available
        guard missing > 0 else { return nil }
        return
            "\(missing) of \(list.entries.count) roots without a certificate here: paths to them cannot be found, "
            + "give the certificates with --anchors-dir"
    }

    /// A warning where the list is likely not the newest, or not yet made at the time of the check.
    static func staleness(of list: MicrosoftRootList, at instant: Instant) -> String? {
        let age = list.ageInDays(at: instant)
        if age > MicrosoftRootList.daysUntilStale {
            return
                "the list is \(age) days old: take a newer one with --authroot, Microsoft changes it several times a year"
        }
        return age < 0 ? "the list was made after the time of the check" : nil
    }
}
