extension RuleRegistry {
    /// What speaks against a path under a profile: the rule and, in words, which certificate and why.
    static func conformanceViolations(
        of path: CertificationPath,
        under profile: ConformanceProfile
    ) -> [(rule: String, message: String)] {
        let rules = all.compactMap { $0 as? any ConformanceRule }.filter {
            type(of: $0).rejectingProfiles.contains(profile)
        }
        return path.certificates.enumerated().flatMap { position, certificate in
            let isAnchor = path.anchor != nil && position == path.certificates.count - 1
            let place: PathPlace = position == 0 ? .target : isAnchor ? .anchor : .intermediate
            return rules.flatMap { rule in
                rule.violations(in: certificate, as: place).map { violation in
                    (type(of: rule).metadata.id, "certificate \(position): \(violation)")
                }
            }
        }
    }
}
