extension RuleRegistry {
    /// What every rule finds, gravest first, then in the order of ids.
    public static func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        // As many as most certificates have.
        findings.reserveCapacity(8)
        for rule in all { rule.find(in: subject, &findings) }
        sortGravestFirst(&findings)
        return findings
    }

    /// By swapping neighbours: findings are few, and to copy one costs more than to move it past a few others.
    private static func sortGravestFirst(_ findings: inout [Finding]) {
        // A buffer moves what it swaps, where an array copies it.
        findings.withUnsafeMutableBufferPointer { findings in
            for end in findings.indices {
                var place = end
                while place > 0, findings[place - 1].severity < findings[place].severity {
                    findings.swapAt(place - 1, place)
                    place -= 1
                }
            }
        }
    }
}

extension RuleRegistry {
    /// What is to be known of one rule, nil for an id that none has.
    static func metadata(of id: String) -> RuleMetadata? { documentation.first { $0.id == id } }
}
