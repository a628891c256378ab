/// What changed from one version of Microsoft's list to another.
package struct RootListDifference: Sendable, Hashable {
    /// One thing that changed about a root.
    package enum Change: Sendable, Hashable {
        case newlyDisabled(on: Instant)
        case disablingMoved(from: Instant, to: Instant)
        case disablingWithdrawn
        case newlyNotBefore(Instant)
        case notBeforeMoved(from: Instant, to: Instant)
        case notBeforeWithdrawn
        /// Purposes that came under the NotBefore date or left it; nil stands for every purpose.
        case notBeforeScope(from: [KeyPurpose]?, to: [KeyPurpose]?)
        /// What the root is listed for; nil stands for every purpose.
        case purposes(from: [KeyPurpose]?, to: [KeyPurpose]?)
        case disallowedPurposes(from: [KeyPurpose], to: [KeyPurpose])
        case friendlyName(from: String?, to: String?)
        /// Something without effect on trust, or that is not understood here.
        case otherProperties
    }

    /// A root that is in both lists and not on the same terms.
    package struct ChangedRoot: Sendable, Hashable {
        /// The root in the older list.
        package let before: RootListEntry
        /// The root in the newer list.
        package let after: RootListEntry
        /// What changed, the gravest first.
        package let changes: [Change]
    }

    /// Roots of the newer list only, in its order.
    package let added: [RootListEntry]
    /// Roots of the older list only, in its order.
    package let removed: [RootListEntry]
    /// Roots whose terms changed, in the newer list's order.
    package let changed: [ChangedRoot]

    /// Compares two lists.
    package init(from older: MicrosoftRootList, to newer: MicrosoftRootList) {
        added = newer.entries.filter { older.entry($0.thumbprint) == nil }
        removed = older.entries.filter { newer.entry($0.thumbprint) == nil }
        changed = newer.entries.compactMap { after in
            guard let before = older.entry(after.thumbprint), before != after else { return nil }
            return ChangedRoot(before: before, after: after, changes: Self.changes(from: before, to: after))
        }
    }

    private static func changes(from before: RootListEntry, to after: RootListEntry) -> [Change] {
        var changes: [Change] = []
        switch (before.disabled.instant, after.disabled.instant) {
        case (nil, let date?): changes.append(.newlyDisabled(on: date))
        case (let old?, let new?) where old != new: changes.append(.disablingMoved(from: old, to: new))
        case (_?, nil): changes.append(.disablingWithdrawn)
        default: break
        }
        switch (before.notBefore.instant, after.notBefore.instant) {
        case (nil, let date?): changes.append(.newlyNotBefore(date))
        case (let old?, let new?) where old != new: changes.append(.notBeforeMoved(from: old, to: new))
        case (_?, nil): changes.append(.notBeforeWithdrawn)
        default: break
        }
        // A scope that comes or goes together with its date is said by the date.
        if before.notBefore.instant != nil, after.notBefore.instant != nil,
            before.notBeforePurposes.map(Set.init) != after.notBeforePurposes.map(Set.init)
        {
            changes.append(.notBeforeScope(from: before.notBeforePurposes, to: after.notBeforePurposes))
        }
        if before.purposes.map(Set.init) != after.purposes.map(Set.init) {
            changes.append(.purposes(from: before.purposes, to: after.purposes))
        }
        let disallowed = (before.disallowedPurposes ?? [], after.disallowedPurposes ?? [])
        if Set(disallowed.0) != Set(disallowed.1) {
            changes.append(.disallowedPurposes(from: disallowed.0, to: disallowed.1))
        }
        if before.friendlyName != after.friendlyName {
            changes.append(.friendlyName(from: before.friendlyName, to: after.friendlyName))
        }
        return changes.isEmpty ? [.otherProperties] : changes
    }
}

extension RootListDifference.Change {
    /// The change in words, lower case, no full stop.
    package var words: String {
        switch self {
        case .newlyDisabled(let date): "disabled from \(date.date) on"
        case .disablingMoved(let old, let new): "the disabling date moved from \(old.date) to \(new.date)"
        case .disablingWithdrawn: "no longer disabled"
        case .newlyNotBefore(let date): "what it issues from \(date.date) on is not trusted"
        case .notBeforeMoved(let old, let new): "the NotBefore date moved from \(old.date) to \(new.date)"
        case .notBeforeWithdrawn: "the NotBefore date is gone: what it issues is trusted again"
        case .notBeforeScope(let old, let new):
            "the NotBefore date is now for \(Self.list(new)), it was for \(Self.list(old))"
        case .purposes(let old, let new): "listed " + Self.moves(old, new)
        case .disallowedPurposes(let old, let new): "disallowed " + Self.moves(old, new)
        case .friendlyName(let old, let new): "the friendly name is now '\(new ?? "")', it was '\(old ?? "")'"
        case .otherProperties: "properties without effect on trust changed"
        }
    }

    private static func moves(_ old: [KeyPurpose]?, _ new: [KeyPurpose]?) -> String {
        guard let old, let new else { return "for \(list(new)), it was for \(list(old))" }
        let gone = old.filter { !new.contains($0) }
        let come = new.filter { !old.contains($0) }
        return [
            come.isEmpty ? nil : "now also for \(list(come))",
            gone.isEmpty ? nil : "no longer for \(list(gone))",
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private static func list(_ purposes: [KeyPurpose]?) -> String {
        purposes.map { $0.isEmpty ? "nothing" : $0.map(\.words).joined(separator: ", ") } ?? "every purpose"
    }
}
