import Octets

/// Flags nameConstraints that constrain nothing.
struct NameConstraintsEmpty: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "name-constraints-empty",
        severity: .note,
        title: "The nameConstraints are empty",
        rationale: """
            The extension must hold permitted or excluded subtrees, and a list of subtrees at least one. What an empty one \
            is meant to say nobody can tell: everything, or nothing.
            """,
        remedy: "use an intermediate of the CA without empty nameConstraints",
        citations: [
            "RFC 5280, 4.2.1.10",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.5.2",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard
            let value = certificate.firstExtension(CertificateExtension.Identifier.nameConstraints)?.value,
            let outer = DERReader.element(in: value, at: 0, end: value.count)
        else { return [] }
        var lists = DERReader(value, in: outer.content)
        guard !lists.isAtEnd else { return ["nameConstraints hold neither permitted nor excluded subtrees"] }
        var violations: [String] = []
        while let list = try? lists.next() {
            guard list.content.isEmpty else { continue }
            let name = list.tag == DERReader.Tag.context(0) ? "permitted" : "excluded"
            violations.append("the list of \(name) subtrees is empty")
        }
        return violations
    }
}
