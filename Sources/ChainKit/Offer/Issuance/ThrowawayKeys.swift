import OpenSSLBridge

/// Keys that sign what is judged and never used, one of each kind.
final class ThrowawayKeys: Sendable {
    private let kept = Locked<[ThrowawayKey.Kind: ThrowawayKey]>([:])

    func key(_ kind: ThrowawayKey.Kind) throws(OpenSSLError) -> ThrowawayKey {
        if let known = kept.withLock({ $0[kind] }) { return known }
        let made = try ThrowawayKey(kind)
        kept.withLock { $0[kind] = made }
        return made
    }

    /// A key that signs as an authority would, and the digest that goes with it.
    ///
    /// The size of an RSA key does not show in a signature's algorithm, so the quickest one serves.
    func signer(like authority: Certificate) throws(OpenSSLError) -> (key: ThrowawayKey, hash: String) {
        switch NISTCurve(authority.publicKey) {
        case .p256: (try key(.curve("P-256")), "SHA256")
        case .p384: (try key(.curve("P-384")), "SHA384")
        case .p521: (try key(.curve("P-521")), "SHA512")
        case nil: (try key(.rsa(bits: 2_048)), "SHA256")
        }
    }
}

extension OfferedKey {
    var kind: ThrowawayKey.Kind {
        switch self {
        case .rsa2048: .rsa(bits: 2_048)
        case .rsa3072: .rsa(bits: 3_072)
        case .rsa4096: .rsa(bits: 4_096)
        case .p256: .curve("P-256")
        case .p384: .curve("P-384")
        }
    }
}
