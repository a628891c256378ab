/// Flags certificates whose path is longer than an authority in it allows, or runs in a ring.
struct PathLengthExceeded: CertificateRule {
    static let metadata = RuleMetadata(
        id: "path-length-exceeded",
        severity: .error,
        title: "The path is too long",
        rationale: """
            An authority can bound how many others may stand below it, and every peer enforces that.
            """,
        remedy:
            "get a certificate from an authority that stands high enough, and the intermediates up to its root",
        citations: ["RFC 5280, 6.1.4 (m)", "RFC 4158"],
        certainty: .standard,
        traits: [.differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects {
            var name: String { Evidence.name(failed.certificate(with: defect)) }
            switch defect.kind {
            case .pathLengthExceeded(let maximum):
                let allowed =
                    maximum == 0 ? "no authority" : Evidence.count(maximum, "level") + " of authorities"
                findings.append(
                    finding(failed.message("\(name) allows \(allowed) below it, the path has more"))
                )
            case .tooLong:
                findings.append(
                    finding(failed.message("the path goes on beyond \(name) without reaching a root"))
                )
            default: continue
            }
        }
        return findings
    }
}
