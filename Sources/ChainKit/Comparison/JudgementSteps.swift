/// What the audit has against the new certificate and had not against the old one.
struct JudgementSteps {
    let old: AuditRecord
    let new: AuditRecord

    var steps: [ComparisonStep] {
        guard let verdict = new.verdict else { return [unjudged] }
        switch verdict {
        case .ineligible:
            return new.findings.filter { $0.severity == .error }.map { step($0, .notEligible) }
        case .undetermined:
            let advice = Remedy.advise(
                "Settle this first: no verdict means that nobody knows what Exchange Online makes of it",
                certainty: .standard,
                source: "RFC 5280, 6"
            )
            return [ComparisonStep(.notEligible, "nothing can be said of the new certificate", [advice])]
        case .eligible, .eligibleWithWarnings: return warnings
        }
    }

    private var warnings: [ComparisonStep] {
        let known = Set(old.findings.filter { $0.severity >= .warning }.map(\.rule))
        return new.findings.filter { $0.severity == .warning && !known.contains($0.rule) }
            .map { step($0, .warning) }
    }

    private var unjudged: ComparisonStep {
        let advice = Remedy.advise(
            "Take the certificate that was issued for the server",
            certainty: .standard,
            source: "RFC 5280, 4.2.1.9"
        )
        let reason =
            new.findings.first?.message
            ?? "the new certificate is an authority's, not a server's: \(new.certificate.label)"
        return ComparisonStep(.notEligible, reason, [advice])
    }

    private func step(_ finding: Finding, _ reason: ComparisonStep.Reason) -> ComparisonStep {
        let metadata = RuleRegistry.metadata(of: finding.rule)
        let remedy = Remedy.advise(
            finding.remedy,
            certainty: metadata?.certainty ?? .unknown,
            source: metadata?.citations.first ?? finding.rule
        )
        return ComparisonStep(reason, "\(finding.rule): \(finding.message)", [remedy])
    }
}
