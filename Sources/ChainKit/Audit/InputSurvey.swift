import OpenSSLBridge

/// What the first pass found in one input.
struct InputSurvey: Sendable {
    private(set) var digests: [SHA256Digest] = []
    private(set) var authorities: [Surroundings.Neighbour] = []
    /// Names that issued something else than themselves.
    private(set) var issuers: Set<[UInt8]> = []
    /// Certificates that are no authorities although another one of the input names them as its issuer.
    private(set) var namedIssuers: [Certificate] = []
    private(set) var privateKeys: [FoundPrivateKey] = []
    private(set) var legacyEncryption: String?
    /// Whether somebody put certificates together that belong together; an export lists a store.
    private(set) var isBundle: Bool
    private(set) var revocation = SurveyedRevocation()

    /// Surveys what was read.
    ///
    /// - Parameters:
    ///   - content: what was read.
    ///   - parsed: authorities parsed so far.
    ///   - memory: what the worker knows, nil for none.
    ///   - isPart: whether it is a part of a file, which tells all of its issuers.
    init(
        _ content: FileContent,
        parsed: ParsedAuthorities,
        memory: CertificateMemory? = nil,
        isPart: Bool = false
    ) {
        privateKeys = content.record.privateKeys
        legacyEncryption = content.record.legacyEncryption
        isBundle = content.record.kind != .exchangeExport
        if !content.revocation.isEmpty { revocation = SurveyedRevocation(content.revocation) }
        digests.reserveCapacity(content.certificates.count)
        // Most files hold one certificate, and most issuers are known from the files before.
        let isAlone = content.certificates.count == 1 && !isPart
        for (index, encoded) in content.certificates.enumerated() {
            let found = SurveyedCertificate(
                encoded.der,
                parsed: parsed,
                memory: memory,
                isNoted: isAlone
            )
            digests.append(found.digest)
            if let issuer = found.issuer { issuers.insert(issuer) }
            guard let authority = found.authority else { continue }
            authorities.append(Surroundings.Neighbour(index: index, certificate: authority))
        }
        if digests.count > 1, !issuers.isEmpty { findNamedIssuers(content) }
    }

    /// Finds what a bundle puts above a certificate although it may not issue: the report should say so, and not that
    /// the issuer is missing.
    private mutating func findNamedIssuers(_ content: FileContent) {
        let known = Set(authorities.map(\.index))
        for (index, encoded) in content.certificates.enumerated() where !known.contains(index) {
            guard let layout = CertificateLayout(encoded.der),
                issuers.contains(Array(encoded.der[layout.subject])),
                let certificate = try? Certificate(der: encoded.der)
            else { continue }
            namedIssuers.append(certificate)
        }
    }
}

/// Authorities that the first pass has parsed: the same few stand in every bundle of a large folder.
final class ParsedAuthorities: Sendable {
    private let certificates = Locked<[SHA256Digest: Certificate]>([:])

    /// The certificate, nil where it is no authority or does not parse.
    func certificate(_ der: [UInt8], digest: SHA256Digest) -> Certificate? {
        if let known = certificates.withLock({ $0[digest] }) { return known }
        guard let certificate = try? Certificate(der: der), certificate.isAuthority || certificate.version < 3
        else { return nil }
        return certificates.withLock { known in
            if let first = known[digest] { return first }
            known[digest] = certificate
            return certificate
        }
    }
}
