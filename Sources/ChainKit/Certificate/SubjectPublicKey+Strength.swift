extension SubjectPublicKey {
    /// Why the key is too weak, nil where it is not or its size cannot be read.
    ///
    /// 2,048 bits for RSA (Microsoft Trusted Root Program; CA/Browser Forum, TLS Baseline Requirements, 6.1.5), 256 for
    /// elliptic curves; DSA is certified no more.
    var weakness: String? {
        // A modulus that cannot be read has no size: that is another fault.
        guard numberDefect == nil else { return nil }
        return switch kind {
        case .rsa(let bits) where bits < 2_048, .rsaPSS(let bits) where bits < 2_048:
            "the key is \(name); 2048 bits are the least"
        case .ellipticCurve(.named(let name, let bits)) where bits < 256:
            "the key's curve is \(name); 256 bits are the least"
        case .dsa: "the key is a DSA key"
        default: nil
        }
    }

    /// Whether public CAs sign with such keys: RSA, and the curves P-256, P-384 and P-521.
    var isOfPublicKind: Bool {
        switch kind {
        case .rsa: true
        case .ellipticCurve: NISTCurve(self) != nil
        case .rsaPSS, .dsa, .ed25519, .ed448, .mlDSA, .other: false
        }
    }
}
