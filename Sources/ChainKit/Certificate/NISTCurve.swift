/// The curves that public CAs certify (TLS Baseline Requirements, 6.1.5).
enum NISTCurve: String {
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"

    /// The curve of a key, nil for any other key.
    init?(_ key: SubjectPublicKey) {
        guard case .ellipticCurve(.named(let name, _)) = key.kind else { return nil }
        self.init(rawValue: name)
    }
}
