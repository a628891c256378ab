/// Flags nameConstraints on dNSNames that are no domain names.
struct NameConstraintMalformed: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "name-constraint-malformed",
        severity: .note,
        title: "A name constraint is no domain name",
        rationale: """
            A dNSName in nameConstraints is a domain name, and stands for that name and all names below it. With a \
            leading dot, a wildcard or a dot at the end it means one thing to one peer and another thing to the next: \
            what one of them accepts, another refuses.
            """,
        remedy: "use an intermediate of the CA whose nameConstraints hold plain domain names",
        citations: [
            "RFC 5280, 4.2.1.10",
            "RFC 1034, 3.5",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard certificate.firstExtension(CertificateExtension.Identifier.nameConstraints) != nil,
            let constraints = certificate.nameConstraints
        else { return [] }
        let bases =
            constraints.permitted.map { ($0, "permitted") } + constraints.excluded.map { ($0, "excluded") }
        let malformed = bases.filter { Self.isMalformed($0.0) }
        var violations = malformed.prefix(Self.mostTold).map { base, list in
            "the \(list) dNSName '\(base.text ?? "")' is no domain name"
        }
        if malformed.count > Self.mostTold {
            violations.append("\(malformed.count - Self.mostTold) more name constraints are no domain names")
        }
        return violations
    }

    private static let mostTold = 5

    /// The empty name is allowed: it stands for every name.
    private static func isMalformed(_ base: GeneralName) -> Bool {
        guard case .dns(let octets) = base, let last = octets.last else { return false }
        guard last != UInt8(ascii: "."), octets.allSatisfy({ $0 < 0x80 }) else { return true }
        return DNSName(String(decoding: octets, as: UTF8.self)) == nil
    }
}
