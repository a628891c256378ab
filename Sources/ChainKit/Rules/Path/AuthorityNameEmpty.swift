/// Flags certificates whose issuer, or whose own authority, has no name.
struct AuthorityNameEmpty: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "authority-name-empty",
        severity: .note,
        title: "A certification authority has no name",
        rationale: """
            Paths are built by name: what a certification authority issues bears its name as issuer, so that name must \
            not be empty.
            """,
        remedy: "have the certificate issued by a CA that has a name",
        citations: [
            "RFC 5280, 4.1.2.4 and 4.1.2.6"
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        var violations: [String] = []
        if certificate.issuer.isEmpty { violations.append("the issuer's name is empty") }
        if certificate.isAuthority, certificate.subject.isEmpty {
            violations.append("the subject is a certification authority and its name is empty")
        }
        return violations
    }
}
