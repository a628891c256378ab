/// Who would issue: an authority at hand, or a root under which an authority not known yet would.
public struct OfferedIssuer: Sendable, Hashable {
    /// The issuing certificate, or the root.
    public let certificate: Certificate
    /// Whether the certificate is the one that would issue.
    ///
    /// False where only the root is known: what is said of intermediates then depends on the CA.
    public let isIntermediateKnown: Bool

    /// A root of which only the name or the thumbprint was given.
    public init(root: Certificate) {
        certificate = root
        isIntermediateKnown = false
    }

    private init(issuing certificate: Certificate) {
        self.certificate = certificate
        // Public CAs do not issue from roots: one that is given alone says only where a path will end.
        isIntermediateKnown = !certificate.isSelfIssued
    }

    /// The authorities of a CA's chain that would issue: those that issued none of the others.
    public static func issuing(in chain: [Certificate]) -> [OfferedIssuer] {
        let authorities = chain.filter(\.isAuthority)
        return authorities.filter { authority in
            !authorities.contains { other in
                other.sha256 != authority.sha256 && !other.isSelfIssued && other.issuer == authority.subject
                    && other.authorityKeyIdentifier.map { $0 == authority.subjectKeyIdentifier } ?? true
            }
        }.map { OfferedIssuer(issuing: $0) }
    }
}
