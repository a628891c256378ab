/// What changed on Microsoft's list from one release to the next, as far back as releases were kept.
package struct RootHistory: Sendable, Hashable {
    /// What became of a root.
    package enum Event: Sendable, Hashable {
        case added
        case removed
        /// A restriction or a purpose was written otherwise.
        case changed(Term, from: String?, to: String?)
    }

    /// The terms of a root that change.
    package enum Term: String, Sendable, Hashable, CaseIterable {
        case purposes = "ekus"
        case disabled = "disallowed_filetime"
        case disallowedPurposes = "disallowed_ekus"
        case notBefore = "not_before_filetime"
        case notBeforePurposes = "not_before_ekus"
    }

    /// An event with its root and its day.
    package struct Entry: Sendable, Hashable {
        /// The first list that has it so.
        package let list: Instant
        /// The root.
        package let thumbprint: Thumbprint
        /// The root's friendly name, nil where the entry is about a root that is still there.
        package let name: String?
        /// What happened.
        package let event: Event
    }

    /// The days of the lists that were compared, the oldest first.
    package let lists: [Instant]
    /// What changed, the oldest first.
    package let entries: [Entry]

    /// The history that came with this version of chaincheck.
    package static func embedded() -> RootHistory { RootHistory(text: EmbeddedRoots.history) }

    /// Reads the lines of `roots/history.tsv`; a line that is none is passed over.
    init(text: String) {
        var lists: [Instant] = []
        var entries: [Entry] = []
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 3, let list = Instant(rfc3339: fields[1]) else { continue }
            if fields[0] == "list" {
                lists.append(list)
            } else if let entry = Entry(fields, list: list) {
                entries.append(entry)
            }
        }
        self.lists = lists
        self.entries = entries
    }

    /// What happened to one root, the oldest first.
    package func entries(of thumbprint: Thumbprint) -> [Entry] {
        entries.filter { $0.thumbprint == thumbprint }
    }
}

extension RootHistory.Entry {
    fileprivate init?(_ fields: [String], list: Instant) {
        guard let thumbprint = Thumbprint(hexadecimal: fields[2]) else { return nil }
        switch (fields[0], fields.count) {
        case ("added", 4): self.init(list: list, thumbprint: thumbprint, name: fields[3], event: .added)
        case ("removed", 4): self.init(list: list, thumbprint: thumbprint, name: fields[3], event: .removed)
        case ("changed", 6):
            guard let term = RootHistory.Term(rawValue: fields[3]) else { return nil }
            let event = RootHistory.Event.changed(
                term,
                from: Self.value(fields[4]),
                to: Self.value(fields[5])
            )
            self.init(list: list, thumbprint: thumbprint, name: nil, event: event)
        default: return nil
        }
    }

    /// A date of no length is a restriction that was taken back: as good as none.
    private static func value(_ field: String) -> String? { field == "-" || field.isEmpty ? nil : field }
}
