import OpenSSLBridge

/// Checks signatures between certificates: each issuer's key is decoded once, each signature by an issuer on another
/// issuer checked once.
final class SignatureChecker: Sendable {
    /// A signature to be checked: whose, and on what.
    struct Link: Hashable {
        let key: SHA256Digest
        let certificate: SHA256Digest
    }

    /// What is known of whether a possible issuer signed a certificate.
    enum LinkResult {
        case valid, invalid
        /// The algorithm or the key is one that this libcrypto does not know.
        case unsupported
        /// Signatures are left out: names and key identifiers are all there is.
        case notChecked

        init(_ result: PublicKey.SignatureResult) {
            switch result {
            case .valid: self = .valid
            case .invalid: self = .invalid
            case .unsupported: self = .unsupported
            }
        }

        /// What the link lacks, at the position of the certificate that is signed; nil where nothing.
        func defect(of certificate: Certificate, at position: Int) -> PathDefect? {
            switch self {
            case .valid, .invalid: nil
            case .unsupported:
                PathDefect(
                    .signatureNotVerifiable(algorithm: certificate.signatureAlgorithm.name),
                    at: position
                )
            case .notChecked: PathDefect(.signatureNotChecked, at: position)
            }
        }
    }

    private enum Key {
        case decoded(PublicKey)
        case unusable
    }

    /// Whether those who build paths are to ask at all.
    let checking: SignatureChecking

    private let decoders = KeyDecoders()
    private let keys = Locked<[SHA256Digest: Key]>([:])
    private let links = Locked<[Link: PublicKey.SignatureResult]>([:])

    init(_ checking: SignatureChecking = .checked) { self.checking = checking }

    /// Whether `issuer`'s key made the signature on `certificate`; remembered, for signatures that many paths share.
    func rememberedResult(of certificate: Certificate, by issuer: Certificate) -> PublicKey.SignatureResult {
        let link = Link(key: issuer.publicKey.sha256, certificate: certificate.sha256)
        if let known = links.withLock({ $0[link] }) { return known }
        let result = result(of: certificate, by: issuer)
        links.withLock { $0[link] = result }
        return result
    }

    /// Whether `issuer`'s key made the signature on `object`; not remembered, for a target that is seen once.
    func result(of object: some SignedObject, by issuer: Certificate) -> PublicKey.SignatureResult {
        check(object, issuer) { key(of: issuer) }
    }

    /// Whether the key of a certificate made the signature on it.
    ///
    /// Neither the result nor the key is remembered: of certificates that signed themselves there may be as many as there are
    /// files, and each decoded key takes 4 KiB.
    func ownResult(of certificate: Certificate, in memory: IssuerMemory) -> PublicKey.SignatureResult {
        check(certificate, certificate) {
            let key = decodedKey(of: certificate)
            if case .decoded = key { memory.remember(true, of: certificate.publicKey.sha256) }
            return key
        }
    }

    private func check(
        _ object: some SignedObject,
        _ issuer: Certificate,
        under key: () -> Key
    ) -> PublicKey.SignatureResult {
        guard object.signatureAlgorithm.canBeMade(by: issuer.publicKey.kind) else { return .invalid }
        guard let scheme = PublicKey.Scheme(object.signatureAlgorithm.scheme) else {
            return .unsupported
        }
        switch key() {
        case .unusable: return .unsupported
        case .decoded(let key):
            return object.signature.withUnsafeBufferPointer { signature in
                object.signedPart.withUnsafeBufferPointer { signedPart in
                    key.verify(signature: signature, over: signedPart, scheme: scheme)
                }
            }
        }
    }

    /// Whether the key of a certificate that need issue nothing decodes; OpenSSL checks that a point is on its curve.
    ///
    /// Nil for kinds of key that this libcrypto does not know.
    func decodesKey(of certificate: Certificate, in memory: IssuerMemory) -> Bool? {
        guard KeyKind(certificate.publicKey.kind) != nil else { return nil }
        let digest = certificate.publicKey.sha256
        if let known = memory.isUsable(digest) { return known }
        let isUsable = if case .decoded = decodedKey(of: certificate) { true } else { false }
        memory.remember(isUsable, of: digest)
        return isUsable
    }

    /// How many decoded keys are kept.
    var keptKeys: Int { keys.withLock(\.count) }

    private func key(of issuer: Certificate) -> Key {
        let digest = issuer.publicKey.sha256
        if let known = keys.withLock({ $0[digest] }) { return known }
        let key = decodedKey(of: issuer)
        keys.withLock { $0[digest] = key }
        return key
    }

    private func decodedKey(of certificate: Certificate) -> Key {
        let decoded = try? PublicKey(
            subjectPublicKeyInfo: certificate.subjectPublicKeyInfo,
            kind: KeyKind(certificate.publicKey.kind),
            decoders: decoders
        )
        return decoded.map { .decoded($0) } ?? .unusable
    }
}

extension PublicKey.Scheme {
    init?(_ scheme: SignatureAlgorithm.Scheme) {
        switch scheme {
        case .rsaPKCS1(let hash): self = .rsaPKCS1(hash: hash.rawValue)
        case .rsaPSS(let hash, let maskHash, let saltLength):
            self = .rsaPSS(hash: hash.rawValue, maskHash: maskHash.rawValue, saltLength: saltLength)
        case .ecdsa(let hash), .dsa(let hash): self = .plain(hash: hash.rawValue)
        case .ed25519, .ed448: self = .pure
        case .unknown: return nil
        }
    }
}

extension KeyKind {
    init?(_ kind: SubjectPublicKey.Kind) {
        switch kind {
        case .rsa: self = .rsa
        case .ellipticCurve: self = .ellipticCurve
        case .rsaPSS, .dsa, .ed25519, .ed448, .mlDSA, .other: return nil
        }
    }
}

/// Whether the signatures on certificates are checked while paths are built.
public enum SignatureChecking: Sendable, Hashable {
    /// Each one, as RFC 5280, 6.1.3 (a)(1), demands.
    case checked
    /// None: issuers are told by names and key identifiers alone, and so no path is ever trusted.
    case notChecked
}
