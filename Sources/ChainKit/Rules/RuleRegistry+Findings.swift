extension RuleRegistry {
    /// What every rule finds, gravest first, then in the order of ids.
    package static func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        // As many as most certificates have.
        findings.reserveCapacity(8)
        for rule in all {
            let before = findings.count
            let found = rule.found(in: subject)
            // Of eighty rules four find something in a certificate.
            if !found.isEmpty { findings += found }
            if findings.count - before > mostFindings { shorten(&findings, from: before) }
        }
        sortGravestFirst(&findings)
        return findings
    }

    /// Findings of one rule on one certificate that are told one by one.
    static let mostFindings = 20

    /// Puts one finding that counts them in the place of those beyond the most.
    private static func shorten(_ findings: inout [Finding], from start: Int) {
        let rest = findings[(start + mostFindings)...]
        guard let gravest = rest.max(by: { $0.severity < $1.severity }) else { return }
        let summary = Finding(
            rule: gravest.rule,
            severity: gravest.severity,
            roles: rest.reduce(into: []) { $0.formUnion($1.roles) },
            message: "\(rest.count) more findings of this kind, which are not listed",
            remedy: gravest.remedy
        )
        findings.removeSubrange((start + mostFindings)...)
        findings.append(summary)
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
    package static func metadata(of id: String) -> RuleMetadata? { documentation.first { $0.id == id } }

    /// The ids of the rules that have a trait.
    package static func ids(with trait: RuleTraits) -> [String] { documentation.ids(with: trait) }

    /// The ids of the rules on certificates that were made for something else than transport.
    package static let ofOtherPurposes = ids(with: .meansOtherPurpose)
}

extension [RuleMetadata] {
    /// The ids of those that have a trait: a few, which are compared sooner than hashed.
    package func ids(with trait: RuleTraits) -> [String] { filter { $0.traits.contains(trait) }.map(\.id) }
}
