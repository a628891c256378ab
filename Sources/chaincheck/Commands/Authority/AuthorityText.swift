import ChainKit
import Reports

/// A CA's roots for people.
struct AuthorityText {
    let style: TextStyle

    func page(_ found: AuthorityRoots) -> String {
        let both = found.listed.filter(\.isAtMozilla)
        let here = found.listed.filter { !$0.isAtMozilla }
        var lines = [
            "\(found.listed.count) on Microsoft's list, \(both.count) of them on Mozilla's, too; "
                + "\(found.atMozillaAlone.count) on Mozilla's alone"
        ]
        lines += section("On both lists", both, found)
        lines += section("On Microsoft's list alone", here, found)
        if !found.atMozillaAlone.isEmpty {
            lines += [
                "", style.paint("On Mozilla's list alone: Exchange Online does not trust them", .strong),
            ]
            lines += found.atMozillaAlone.flatMap { root in
                wrap(
                    "\(root.thumbprint.hexadecimal.prefix(8))  \(PrintableText.escape(SubjectText.shortText(root.subject)))"
                )
            }
        }
        if !found.removed.isEmpty {
            lines += ["", style.paint("Removed from Microsoft's list", .strong)]
            lines += found.removed.flatMap { entry in
                wrap(
                    "\(entry.thumbprint.hexadecimal.prefix(8))  \(PrintableText.escape(entry.name ?? "")), by \(entry.list.date)"
                )
            }
        }
        lines += ["", RootTable.legend + "Mozilla's list is certifi \(found.mozilla.version)."]
        return lines.joined(separator: "\n") + "\n"
            + RootSummary.text(of: found.list, at: found.instant, style: style)
    }

    private func section(_ title: String, _ roots: [AuthorityRoots.Listed], _ found: AuthorityRoots)
        -> [String]
    {
        guard !roots.isEmpty else { return [] }
        let table = RootTable(list: found.list, instant: found.instant, style: style)
        return ["", style.paint(title, .strong), table.heading]
            + roots.flatMap { [table.line(for: $0.entry)] + history(of: $0, in: found) }
    }

    /// Since when and until when, and what was changed.
    private func history(of root: AuthorityRoots.Listed, in found: AuthorityRoots) -> [String] {
        let since =
            root.added.map { "listed since \($0.date)" }
            ?? "listed since before \(found.history.lists.first?.date ?? "the history")"
        let until = root.certificate?.notAfter.instant.map { ", valid until \($0.date)" } ?? ""
        var lines = [style.paint("         " + since + until, .faint)]
        for entry in root.events where entry.event != .added {
            lines += TextLayout.wrap(
                "         \(entry.list.date) \(entry.event.words)",
                width: style.width,
                indent: 20
            )
        }
        return lines
    }

    private func wrap(_ line: String) -> [String] { TextLayout.wrap(line, width: style.width, indent: 10) }
}

extension RootHistory.Event {
    /// What happened, in words.
    var words: String {
        switch self {
        case .added: "added"
        case .removed: "removed"
        case .changed(let term, nil, let new?): "\(term.words) \(term.shown(new)), which is new"
        case .changed(let term, let old?, nil): "\(term.words) \(term.shown(old)) taken back"
        case .changed(let term, let old, let new):
            "\(term.words) \(term.shown(new ?? "")) instead of \(term.shown(old ?? ""))"
        }
    }
}

extension RootHistory.Term {
    /// What the term is called.
    var words: String {
        switch self {
        case .purposes: "listed only for"
        case .disabled: "disabled from"
        case .disallowedPurposes: "disallowed for"
        case .notBefore: "certificates not trusted when issued from"
        case .notBeforePurposes: "that date counts only for"
        }
    }

    /// A value as people read it: a day, or purposes by their names.
    func shown(_ value: String) -> String {
        switch self {
        case .disabled, .notBefore: Instant(rfc3339: value)?.date ?? PrintableText.escape(value)
        case .purposes, .disallowedPurposes, .notBeforePurposes:
            value.split(separator: ",").map { purpose in
                ObjectIdentifier(dotted: String(purpose)).map { KeyPurpose($0).words }
                    ?? PrintableText.escape(String(purpose))
            }.joined(separator: ", ")
        }
    }
}
