/// One check.
///
/// A rule looks at a subject and at nothing else: the same subject gives the same findings.
protocol Rule: Sendable {
    static var metadata: RuleMetadata { get }
    init()
    /// Appends what the rule finds.
    ///
    /// Appended and not returned: of eighty rules four find something in a certificate, and eighty lists have to be made,
    /// looked at and dropped.
    func find(in subject: Subject, _ findings: inout [Finding])
    /// The same asked of the type: to walk through types costs nothing, to copy each rule out of a list does.
    static func find(in subject: Subject, _ findings: inout [Finding])
    /// The rule as one that looks at any certificate of a path, nil where it is none.
    static var asConformanceRule: (any ConformanceRule.Type)? { get }
}

extension Rule {
    static func find(in subject: Subject, _ findings: inout [Finding]) {
        Self().find(in: subject, &findings)
    }
    static var asConformanceRule: (any ConformanceRule.Type)? { nil }
}

extension Rule {
    /// What the rule finds.
    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        find(in: subject, &findings)
        return findings
    }

    /// A finding of this rule; `severity` and `remedy` come from the metadata where they are not given.
    func finding(
        _ message: FindingMessage,
        severity: Severity? = nil,
        roles: TransportRoles = .both,
        remedy: String? = nil
    ) -> Finding {
        Finding(
            rule: Self.metadata.id,
            severity: severity ?? Self.metadata.severity,
            roles: roles,
            message: message.text,
            remedy: remedy ?? Self.metadata.remedy
        )
    }
}
