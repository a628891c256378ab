import OpenSSLBridge

/// What the first pass wants to know of one certificate.
struct SurveyedCertificate: Sendable {
    let digest: SHA256Digest
    /// The certificate, where it is an authority.
    let authority: Certificate?
    /// The issuer's name, where another has issued it.
    let issuer: [UInt8]?

    /// Surveys octets that may be a certificate.
    ///
    /// - Parameters:
    ///   - der: the octets.
    ///   - parsed: authorities parsed so far.
    ///   - memory: what the worker knows, nil for none.
    ///   - isNoted: whether an issuer that this worker has met lately is noted and need not be told again.
    init(_ der: [UInt8], parsed: ParsedAuthorities, memory: CertificateMemory?, isNoted: Bool) {
        digest = SHA256Digest(of: der, in: memory?.digests)
        guard let layout = CertificateLayout(der) else {
            authority = nil
            issuer = nil
            return
        }
        issuer = der.withUnsafeBufferPointer { der in
            let issuer = UnsafeBufferPointer(rebasing: der[layout.issuer])
            guard !OctetSearch.areSame(issuer, UnsafeBufferPointer(rebasing: der[layout.subject])),
                !isNoted || memory?.isNewIssuer(issuer) != false
            else { return nil }
            return Array(issuer)
        }
        authority =
            AuthorityHint.mayBeAuthority(der, layout: layout)
            ? parsed.certificate(der, digest: digest) : nil
    }
}

/// A file of one certificate, surveyed.
struct SurveyedLoneCertificate: Sendable {
    let file: LoneCertificate
    let certificate: SurveyedCertificate

    init(_ file: LoneCertificate, parsed: ParsedAuthorities, memory: CertificateMemory) {
        self.file = file
        certificate = SurveyedCertificate(file.der, parsed: parsed, memory: memory, isNoted: true)
    }
}
