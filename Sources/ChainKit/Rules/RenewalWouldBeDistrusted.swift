/// Flags certificates that are trusted today and whose successors from the same root will not be.
struct RenewalWouldBeDistrusted: Rule {
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
        return trusted.notes.compactMap { note in
            switch note {
            case .renewalWouldBeRejected(let date):
                finding(
                    "trusted only because it was issued before \(date.date), Microsoft's date for "
                        + Evidence.name(root)
                )
            case .anchorWillBeDisabled(let date):
                finding(
                    "Microsoft will disable \(Evidence.name(root)) on \(date.date)\(Self.early(date, subject.certificate))"
                )
            case .weakSignatureHash, .doubtfulKey, .expiresBeforeTarget, .notInFolder, .revocationUnknown: nil
            }
        }
    }

    private static func early(_ date: Instant, _ certificate: Certificate) -> String {
        guard let end = certificate.notAfter.instant, date <= end else { return "" }
        return ", before the certificate expires on \(end.date)"
    }
}
