/// Which delta list brings a complete list up to date (RFC 5280, 5.2.4 and 6.3.3 (c)).
enum RevocationDeltas {
    /// The newest delta that may be combined with a complete list at an instant.
    static func newest(
        for complete: RevocationList,
        among deltas: [RevocationList],
        at time: Instant
    ) -> RevocationList? {
        deltas.first { delta in
            isSameScope(delta, complete) && isCombinable(delta, with: complete)
                && delta.fault(at: time) == nil
        }
    }

    /// 6.3.3 (c)(1) to (3): the same issuer, the same issuing distribution point, the same key.
    static func isSameScope(_ delta: RevocationList, _ complete: RevocationList) -> Bool {
        GeneralName.directory(delta.issuer).isSame(as: .directory(complete.issuer))
            && delta.issuingDistributionPoint == complete.issuingDistributionPoint
            && delta.authorityKeyIdentifier == complete.authorityKeyIdentifier
    }

    /// 5.2.4 (c) and (d): the complete list is not older than the delta's base and older than the delta.
    static func isCombinable(_ delta: RevocationList, with complete: RevocationList) -> Bool {
        guard let base = delta.deltaBase, let number = complete.number, let newer = delta.number else {
            return false
        }
        return base <= number && number < newer
    }
}

extension RevocationList {
    /// What keeps the list from being used to call a certificate good at an instant, nil where nothing does.
    func fault(at time: Instant) -> RevocationDoubt? {
        if let unknown = unknownCriticalExtensions.first { return .criticalExtensionNotUnderstood(unknown) }
        if let start = thisUpdate.instant, time < start { return .notYetValid(from: start) }
        if let end = nextUpdate?.instant, time > end { return .stale(since: end) }
        return defects.first.map { .malformed($0.text) }
    }
}
