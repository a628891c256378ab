/// What the findings on one certificate amount to.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// May be bound to SMTP.
    case eligible
    /// May be bound to SMTP, and something should be done.
    case eligibleWithWarnings = "eligible-with-warnings"
    /// Must not be bound to SMTP.
    case ineligible
    /// Nothing can be said: the search for a path was cut short, or a signature could not be or was not to be checked.
    case undetermined

    /// Sums up findings.
    ///
    /// An error decides whatever else is unknown.
    public init(_ findings: some Sequence<Finding>, isUndetermined: Bool) {
        var worst = Severity.note
        for finding in findings where finding.severity > worst { worst = finding.severity }
        self.init(worst: worst, isUndetermined: isUndetermined)
    }

    init(worst: Severity, isUndetermined: Bool) {
        self =
            switch worst {
            case .error: .ineligible
            case _ where isUndetermined: .undetermined
            case .warning: .eligibleWithWarnings
            case .note: .eligible
            }
    }

    /// Whether the certificate may be bound.
    public var isEligible: Bool { self == .eligible || self == .eligibleWithWarnings }
}

/// The verdict for each use of its own.
package struct RoleVerdicts: Sendable, Hashable {
    /// As a server's certificate.
    package let server: Verdict
    /// As a client's certificate.
    package let client: Verdict

    /// Sums up the findings that concern each use.
    package init(_ findings: [Finding], isUndetermined: Bool) {
        var (server, client) = (Severity.note, Severity.note)
        for place in findings.indices {
            let (roles, severity) = (findings[place].roles, findings[place].severity)
            if roles.contains(.server as TransportRoles) { server = max(server, severity) }
            if roles.contains(.client as TransportRoles) { client = max(client, severity) }
        }
        self.server = Verdict(worst: server, isUndetermined: isUndetermined)
        self.client = Verdict(worst: client, isUndetermined: isUndetermined)
    }

    /// The verdict for a use.
    package subscript(role: TransportRole) -> Verdict {
        switch role {
        case .server: server
        case .client: client
        }
    }
}
