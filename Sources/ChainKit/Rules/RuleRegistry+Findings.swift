extension RuleRegistry {
    /// What every rule finds, gravest first, then in the order of ids.
    public static func findings(in subject: Subject) -> [Finding] {
        let findings = all.flatMap { $0.findings(in: subject) }
        guard findings.count > 1 else { return findings }
        return findings.enumerated().sorted { one, other in
            if one.element.severity != other.element.severity {
                return one.element.severity > other.element.severity
            }
            return one.offset < other.offset
        }.map(\.element)
    }
}

extension RuleRegistry {
    /// What is to be known of one rule, nil for an id that none has.
    static func metadata(of id: String) -> RuleMetadata? { documentation.first { $0.id == id } }
}
