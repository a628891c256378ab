extension SignatureAlgorithm {
    /// Whether a key of a kind can have made such a signature at all.
    ///
    /// An ECDSA signature under an RSA issuer's name is as wrong as one by another RSA key, and nothing about it is
    /// unknown. Of an algorithm that is not interpreted here nothing is claimed, save post-quantum ones, whose keys
    /// are known by name.
    func canBeMade(by kind: SubjectPublicKey.Kind) -> Bool {
        switch (scheme, kind) {
        case (.rsaPKCS1, .rsa), (.rsaPSS, .rsa), (.rsaPSS, .rsaPSS), (.ecdsa, .ellipticCurve), (.dsa, .dsa),
            (.ed25519, .ed25519), (.ed448, .ed448):
            true
        case (.unknown, .mlDSA): Self.postQuantum.contains(identifier)
        case (.unknown, .rsa), (.unknown, .rsaPSS): !Self.postQuantum.contains(identifier)
        case (.unknown, _): !Self.postQuantum.contains(identifier) && identifier != Self.rsassaPSS
        default: false
        }
    }

    /// ML-DSA with its three parameter sets (FIPS 204).
    private static let postQuantum: Set<ObjectIdentifier> = [
        ObjectIdentifier("2.16.840.1.101.3.4.3.17"), ObjectIdentifier("2.16.840.1.101.3.4.3.18"),
        ObjectIdentifier("2.16.840.1.101.3.4.3.19"),
    ]
}
