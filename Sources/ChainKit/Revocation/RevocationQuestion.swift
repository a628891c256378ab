/// Whether one certificate of a path was revoked: what is asked.
struct RevocationQuestion {
    let path: CertificationPath
    let position: Int
    /// Certificates whose status is being worked out and that this answer must not rest on.
    let pending: Set<SHA256Digest>
    let work: RevocationWork

    var certificate: Certificate { path.certificates[position] }
    /// The certificates above the one in question, its issuer first.
    var above: ArraySlice<Certificate> { path.certificates[(position + 1)...] }
}
