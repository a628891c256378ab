extension RuleRegistry {
    /// What every rule finds, gravest first, then in the order of ids.
    public static func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for rule in all { rule.find(in: subject, &findings) }
        guard findings.count > 1 else { return findings }
        // Three passes and not a sort: severities are few, and findings are costly to move about.
        var sorted: [Finding] = []
        sorted.reserveCapacity(findings.count)
        for severity in Severity.gravestFirst {
            for place in findings.indices where findings[place].severity == severity {
                sorted.append(findings[place])
            }
        }
        return sorted
    }
}

extension Severity {
    fileprivate static let gravestFirst = Severity.allCases.sorted(by: >)
}

extension RuleRegistry {
    /// What is to be known of one rule, nil for an id that none has.
    static func metadata(of id: String) -> RuleMetadata? { documentation.first { $0.id == id } }
}
