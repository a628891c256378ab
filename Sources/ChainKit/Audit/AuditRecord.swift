/// What an audit says of one certificate.
///
/// An immutable reference, as a certificate is: it passes through many hands on its way into a report.
public final class AuditRecord: Sendable {
    /// Where a certificate of a path came from.
    public enum Origin: Sendable, Hashable {
        /// A file under audit.
        case file(SourceLocation)
        /// A file that was given beside what is under audit.
        case outside(String)
        /// The trust anchors.
        case anchors
    }

    /// The certificate.
    public let certificate: Certificate
    /// Every place where it stands, in the order of the files.
    public let sources: [SourceLocation]
    /// Its part among the others.
    public let role: CertificateRole
    /// The verdict, nil for what nobody binds to SMTP: an authority, and a certificate that Windows or Exchange made
    /// for another purpose and that covers none of the names asked about.
    public let verdict: Verdict?
    /// The score, nil without a verdict.
    public let score: Score?
    /// The verdict for each use of its own, nil without a verdict.
    package let roleVerdicts: RoleVerdicts?
    /// Each name asked about and how it is covered.
    public let coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)]
    /// Everything found, gravest first, then by rule.
    public let findings: [Finding]
    /// The ways to trust anchors.
    public let search: PathSearch
    /// Where each certificate of the best way came from, in the order of that way.
    public let pathOrigins: [Origin]
    /// The servers that have it, as an inventory says; empty without one.
    public let installations: [InstalledCertificate]

    package init(
        certificate: Certificate,
        sources: [SourceLocation],
        role: CertificateRole,
        verdict: Verdict?,
        score: Score?,
        roleVerdicts: RoleVerdicts?,
        coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)],
        findings: [Finding],
        search: PathSearch,
        pathOrigins: [Origin],
        installations: [InstalledCertificate]
    ) {
        self.certificate = certificate
        self.sources = sources
        self.role = role
        self.verdict = verdict
        self.score = score
        self.roleVerdicts = roleVerdicts
        self.coverage = coverage
        self.findings = findings
        self.search = search
        self.pathOrigins = pathOrigins
        self.installations = installations
    }
}

/// Says where a path's certificates came from.
struct PathOrigins: Sendable {
    private let known: [SHA256Digest: AuditRecord.Origin]

    /// - Parameters:
    ///   - inside: the first place of each authority among what is audited.
    ///   - outside: the file of each certificate that was given beside it.
    init(inside: [SHA256Digest: SourceLocation], outside: [SHA256Digest: String]) {
        // What was given beside what is audited may stand there, too, and is then there.
        known = outside.mapValues { .outside($0) }.merging(inside.mapValues { .file($0) }) { $1 }
    }

    func origin(of certificate: Certificate) -> AuditRecord.Origin {
        known[certificate.sha256] ?? .anchors
    }
}
