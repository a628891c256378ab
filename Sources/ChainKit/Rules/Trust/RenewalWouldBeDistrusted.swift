/// Flags certificates that are trusted today and whose successors from the same root will not be.
struct RenewalWouldBeDistrusted: CertificateRule {
    static let metadata = RuleMetadata(
        id: "renewal-would-be-distrusted",
        severity: .warning,
        title: "A renewal under the same root will not be trusted",
        rationale: """
            Microsoft's list has a date for the root. A NotBefore date leaves what was issued earlier trusted and \
            nothing that is issued later; a Disable date ends all of it on that day. That Exchange Online goes by \
            these dates is inferred from what the list means to Windows.
            """,
        remedy:
            "order the next certificate from another root, or another CA, and test it before this one ends",
        citations: [
            "Microsoft Trusted Root Program, Deprecation Definitions",
            "Microsoft Trusted Root Program, deployment notices",
        ],
        certainty: .inferred,
        expectedError: "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let trusted = subject.search.trusted, let root = trusted.path.certificates.last else {
            return []
        }
        var findings: [Finding] = []
        for note in trusted.notes {
            switch note {
            case .renewalWouldBeRejected(let date):
                findings.append(
                    finding(
                        """
                        trusted only because it was issued before \(date.date), Microsoft's date for \
                        \(Evidence.name(root))
                        """
                    )
                )
            case .anchorWillBeDisabled(let date):
                let early = Self.early(date, subject.certificate)
                findings.append(
                    finding("Microsoft will disable \(Evidence.name(root)) on \(date.date)\(early)")
                )
            case .weakSignatureHash, .doubtfulKey, .expiresBeforeTarget, .notInFolder, .revocationUnknown:
                continue
            }
        }
        return findings
    }

    private static func early(_ date: Instant, _ certificate: Certificate) -> String {
        guard let end = certificate.notAfter.instant, date <= end else { return "" }
        return ", before the certificate expires on \(end.date)"
    }
}
