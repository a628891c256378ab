extension SubjectPublicKey {
    /// Why the key is too weak, nil where it is not or its size cannot be read.
    ///
    /// DSA is certified no more.
    var weakness: String? {
        // A modulus that cannot be read has no size: that is another fault.
        if isRSA, numberDefect != nil { return nil }
        let limits = PolicyData.keys
        return switch kind {
        case .rsa(let bits) where bits < limits.rsaBits, .rsaPSS(let bits) where bits < limits.rsaBits:
            "the key is \(name); \(limits.rsaBits) bits are the least"
        case .ellipticCurve(.named(let name, let bits)) where bits < limits.curveBits:
            "the key's curve is \(name); \(limits.curveBits) bits are the least"
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
