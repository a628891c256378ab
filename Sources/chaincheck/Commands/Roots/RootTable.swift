import ChainKit

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
