/// Flags public certificates whose root a server keeps where only private roots should be.
struct RootStoreNotThirdParty: InstallationRule {
    static let metadata = RuleMetadata(
        id: "root-store-not-third-party",
        severity: .warning,
        title: "The server found a public root outside its store of third-party roots",
        rationale: """
            RootCAType says in which store the server found the root. The Hybrid Configuration Wizard lists certificates \
            only where it is ThirdParty. A public root that somebody imported by hand, or that a group policy brought, \
            shows as Registry or GroupPolicy; in a case reported by an administrator mail stayed pending until the root \
            lay in the store of third-party roots.
            """,
        remedy: """
            put the root into the store Third-Party Root Certification Authorities of the local computer, and take it \
            out of Trusted Root Certification Authorities where it was imported by hand
            """,
        citations: [
            "Microsoft KB 2879262", "M. Allford, Exchange 2013 hybrid mail pending, RootCAType (2016)",
        ],
        certainty: .documented,
        expectedError: "the Hybrid Configuration Wizard does not list the certificate",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard case .microsoft? = subject.search.trusted?.path.anchor?.terms else { return [] }
        var findings: [Finding] = []
        for type in [RootCAType.registry, .groupPolicy] {
            let installations = subject.surroundings.installations.filter { $0.rootCAType == type }
            guard !installations.isEmpty else { continue }
            findings.append(
                finding(
                    "the root is on Microsoft's list, and RootCAType is \(type.word) on \(Evidence.servers(installations))"
                )
            )
        }
        return findings
    }
}
