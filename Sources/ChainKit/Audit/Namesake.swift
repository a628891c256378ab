/// A certificate with the same TlsCertificateName as another: no connector can tell the two apart.
public struct Namesake: Sendable, Hashable {
    /// Its digest.
    public let sha256: SHA256Digest
    /// Exchange's handle.
    public let thumbprint: Thumbprint
    /// The start of its validity, nil where the certificate's own text is no time.
    public let notBefore: Instant?
    /// The end of its validity, nil where the certificate's own text is no time.
    public let notAfter: Instant?
    /// Its verdict, nil where it was not judged.
    public let verdict: Verdict?
    /// Where it stands.
    public let sources: [SourceLocation]

    init(_ record: AuditRecord) {
        sha256 = record.certificate.sha256
        thumbprint = record.certificate.thumbprint
        notBefore = record.certificate.notBefore.instant
        notAfter = record.certificate.notAfter.instant
        verdict = record.verdict
        sources = record.sources
    }
}
