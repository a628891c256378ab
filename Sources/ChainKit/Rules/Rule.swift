/// One check.
///
/// A rule looks at a subject and at nothing else: the same subject gives the same findings.
protocol Rule: Sendable {
    static var metadata: RuleMetadata { get }
    func findings(in subject: Subject) -> [Finding]
    /// The rule as one that looks at any certificate of a path, nil where it is none.
    var asConformanceRule: (any ConformanceRule)? { get }
}

extension Rule {
    var asConformanceRule: (any ConformanceRule)? { nil }
}

extension Rule {
    /// A finding of this rule; `severity` and `remedy` come from the metadata where they are not given.
    func finding(
        _ message: String,
        severity: Severity? = nil,
        roles: TransportRoles = .both,
        remedy: String? = nil
    ) -> Finding {
        Finding(
            rule: Self.metadata.id,
            severity: severity ?? Self.metadata.severity,
            roles: roles,
            message: message,
            remedy: remedy ?? Self.metadata.remedy
        )
    }
}
