/// Flags certificates whose every path ends outside the list of trusted roots.
package struct RootNotTrusted: CertificateRule {
    package static let metadata = RuleMetadata(
        id: "root-not-trusted",
        severity: .error,
        title: "No path ends in a trusted root",
        rationale: """
            For hybrid mail flow Microsoft supports certificates of public CAs only: Exchange Online must reach a root \
            that Microsoft trusts. What the servers of one's own domain trust plays no part in that.
            """,
        remedy:
            "get a certificate from a public CA whose root Microsoft's list trusts for server authentication",
        citations: [
            "Microsoft KB 2888788", "Microsoft, NDR 450 4.4.317 UntrustedRoot (2024-04-17)",
            "Microsoft, Certificate requirements for hybrid deployments",
        ],
        certainty: .documented,
        expectedError:
            "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied; event 2004",
        traits: [.meansNotTrusted],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects {
            guard let cause = Self.cause(of: defect, in: failed) else { continue }
            findings.append(finding(failed.message(FindingMessage(cause))))
        }
        return findings
    }

    private static func cause(of defect: PathDefect, in failed: FailedSearch) -> String? {
        let certificate = failed.certificate(with: defect)
        var name: String { Evidence.name(certificate) }
        switch defect.kind {
        case .selfSignedNotTrusted where defect.position > 0:
            return "the path ends in the root \(name), which is not on the list of trusted roots"
        case .issuerMissing where defect.position > 0:
            let issuer = Evidence.quoted(certificate.issuer)
            return """
                the path ends at \(name), issued by \(issuer), which is not on the list of trusted roots: if it is a \
                root, it is not trusted; if it is an intermediate, it is missing here
                """
        case .anchorRefused(let verdict):
            switch verdict.outcome {
            case .notInList, .notUnderstood, .digestMismatch:
                return "the path ends in \(name): \(verdict.reason)"
            case .trusted where verdict.isPilot: return "the path ends in \(name): \(verdict.reason)"
            case .trusted, .notBefore, .disabled, .purposeNotListed, .purposeDisallowed: return nil
            }
        default: return nil
        }
    }
}
