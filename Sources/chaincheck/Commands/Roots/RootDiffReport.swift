import ChainKit

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
