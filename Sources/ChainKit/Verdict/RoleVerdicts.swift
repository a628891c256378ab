/// The verdict for each use of its own.
public struct RoleVerdicts: Sendable, Hashable {
    /// As a server's certificate.
    public let server: Verdict
    /// As a client's certificate.
    public let client: Verdict

    /// Sums up the findings that concern each use.
    public init(_ findings: [Finding], isUndetermined: Bool) {
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
    public subscript(role: TransportRole) -> Verdict {
        switch role {
        case .server: server
        case .client: client
        }
    }
}
