/// Who issued a certificate as far as names and key identifiers tell: all that there is to go by where no signature is
/// checked.
struct NamedIssuers {
    /// Whether it says that it signed itself.
    let includesItself: Bool
    /// The others.
    let others: [IssuerTable.Candidate]

    /// `candidates` are those of the issuer's name.
    ///
    /// Where one has the key identifier that the certificate names, only those with that one's key count: a CA may have
    /// re-issued its own certificate with another identifier, but a signature is one key's. A self-issued certificate
    /// whose identifiers do not tell may be self-signed or not, and both are followed.
    init(of certificate: Certificate, among candidates: [IssuerTable.Candidate]) {
        let others = candidates.filter { $0.certificate != certificate }
        guard let wanted = certificate.authorityKeyIdentifier else {
            includesItself = certificate.isSelfIssued
            self.others = others
            return
        }
        let own = certificate.subjectKeyIdentifier
        includesItself = certificate.isSelfIssued && (own == nil || own == wanted)
        let keys = Set(
            others.filter { $0.certificate.subjectKeyIdentifier == wanted }
                .map(\.certificate.publicKey.sha256)
        )
        self.others =
            if includesItself, own != nil { [] } else if keys.isEmpty { others } else {
                others.filter { keys.contains($0.certificate.publicKey.sha256) }
            }
    }
}
