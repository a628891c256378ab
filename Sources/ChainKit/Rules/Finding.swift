/// What a rule found in one certificate.
public struct Finding: Sendable, Hashable {
    /// The rule's stable name.
    public let rule: String
    /// How grave it is here.
    public let severity: Severity
    /// For which of the two uses it counts.
    package let roles: TransportRoles
    /// What was found, with the evidence; lower case, no full stop.
    ///
    /// Holds text from the certificate as it stands there: escaping for a place is that place's business.
    public let message: String
    /// What to do about it.
    public let remedy: String

    package init(rule: String, severity: Severity, roles: TransportRoles, message: String, remedy: String) {
        self.rule = rule
        self.severity = severity
        self.roles = roles
        self.message = message
        self.remedy = remedy
    }
}

extension Finding: CustomStringConvertible {
    /// The rule and what it says.
    public var description: String { "\(rule): \(message)" }
}
