/// When an actor ends clientAuth in the certificates of TLS servers.
public struct ClientAuthenticationSchedule: Sendable, Hashable {
    /// Who says so.
    public let actor: String
    /// Words of an issuer's organization for which it counts, in lower case; none for every public CA.
    public let organizations: [String]
    /// From which day certificates come without it unless it is asked for, nil where there is no such day.
    public let leftOutSince: Instant?
    /// From which day none come with it, nil where there is no such day or it is not known.
    public let endsOn: Instant?
    /// What else is said, or in what the sources differ; nil for nothing.
    public let remark: String?
    /// Where it is written.
    public let source: PolicySource

    /// Whether it counts for what a certificate of some organization issues.
    public func concerns(_ organization: String) -> Bool {
        let name = organization.lowercased()
        return organizations.contains { name.contains($0) }
    }
}
