/// Flags certificates that were issued by something that may not issue.
struct IssuerNotAuthority: CertificateRule {
    static let metadata = RuleMetadata(
        id: "issuer-not-authority",
        severity: .error,
        title: "An issuer in the path may not issue certificates",
        rationale: """
            An issuer must say in basicConstraints that it is an authority, and where it has keyUsage it must allow \
            keyCertSign. Without that anybody with a certificate could issue others.
            """,
        remedy: "get a certificate that a real authority of the CA issued",
        citations: ["RFC 5280, 6.1.4 (k) and (n)"],
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
            case .notAuthority:
                findings.append(finding(failed.message("\(name) is no certification authority")))
            case .keyCertSignMissing:
                findings.append(finding(failed.message("the keyUsage of \(name) lacks keyCertSign")))
            default: continue
            }
        }
        return findings
    }
}
