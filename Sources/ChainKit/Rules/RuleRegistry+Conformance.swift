extension RuleRegistry {
    /// The rules that look at any certificate of a path.
    static let ofConformance: [any ConformanceRule.Type] = all.compactMap { $0.asConformanceRule }

    /// What speaks against a path under a profile: the rule and, in words, which certificate and why.
    ///
    /// An anchor of Microsoft's list is not looked at: its programme judged it when it took it in, by rules of its
    /// own and often before the present ones were written.
    static func conformanceViolations(
        of path: CertificationPath,
        under profile: ConformanceProfile,
        at time: Instant
    ) -> [(rule: String, message: String)] {
        let rules = ofConformance.filter {
            $0.rejectingProfiles.contains(profile)
                && $0.rejectsSince.map { $0 <= time } ?? true
        }
        let looksAtAnchor = path.anchor?.terms == .unrestricted
        var found: [(rule: String, message: String)] = []
        for (position, certificate) in path.certificates.enumerated() {
            let isAnchor = path.anchor != nil && position == path.certificates.count - 1
            let place: PathPlace = position == 0 ? .target : isAnchor ? .anchor : .intermediate
            guard place != .anchor || looksAtAnchor else { continue }
            for rule in rules {
                for violation in rule.init().violations(in: certificate, as: place) {
                    found.append((rule.metadata.id, "certificate \(position): \(violation)"))
                }
            }
        }
        return found
    }
}
