import OpenSSLBridge

/// Flags requests that do not prove that whoever made them has the private key.
struct RequestSignatureInvalid: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-signature-invalid",
        severity: .error,
        title: "The request's signature does not verify",
        rationale: """
            A request is signed with the private key that belongs to the public key in it. Where the signature does not \
            verify, the request was altered or its maker has not that key; CAs turn it down.
            """,
        remedy: "make the request anew on the server that has the key",
        citations: ["RFC 2986, 4.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let request = offer.request else { return [] }
        switch Self.proof(of: request) {
        case .valid: return []
        case .invalid: return [finding("the request was not signed with the private key of its public key")]
        case .unsupported:
            return [
                finding(
                    "the request's signature (\(request.signatureAlgorithm.name)) could not be checked here",
                    severity: .warning
                )
            ]
        }
    }

    /// Whether the key of the request signed it.
    static func proof(of request: CertificateRequest) -> PublicKey.SignatureResult {
        guard request.signatureAlgorithm.canBeMade(by: request.publicKey.kind) else { return .invalid }
        guard let scheme = PublicKey.Scheme(request.signatureAlgorithm.scheme), let key = key(of: request)
        else { return .unsupported }
        return request.signature.withUnsafeBufferPointer { signature in
            request.signedPart.withUnsafeBufferPointer { signedPart in
                key.verify(signature: signature, over: signedPart, scheme: scheme)
            }
        }
    }

    /// The request's key, nil where OpenSSL cannot use it.
    static func key(of request: CertificateRequest) -> PublicKey? {
        try? PublicKey(
            subjectPublicKeyInfo: request.subjectPublicKeyInfo,
            kind: KeyKind(request.publicKey.kind),
            decoders: KeyDecoders()
        )
    }
}
