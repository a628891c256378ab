import ChainKit

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
