import OpenSSLBridge

/// Flags RSA keys that have a prime, or everything, in common with another key.
struct RequestModulusShared: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-modulus-shared",
        severity: .error,
        title: "The request's modulus has a factor in common with another key",
        rationale: """
            Two moduli with one prime in common are both factored by Euclid's algorithm. That happens to machines that \
            make keys with too little randomness. The very same key in two certificates breaks nothing by itself, but \
            losing the one loses the other.
            """,
        remedy: "make new keys on a machine with a good source of randomness, and replace both",
        citations: ["Heninger et al., Mining Your Ps and Qs (2012)"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let request = offer.request else { return [] }
        let identity = SHA256Digest(of: request.der)
        let own = offer.rsaKey
        return offer.neighbours.compactMap { neighbour in
            guard neighbour.identity != identity else { return nil }
            if neighbour.subjectPublicKeyInfo == request.subjectPublicKeyInfo {
                return finding(
                    "the key is the one of \(neighbour.path)",
                    severity: .warning,
                    remedy: "make a new key with every request"
                )
            }
            guard let own, let other = Offer.rsaKey(neighbour.subjectPublicKeyInfo),
                RSAModulus.shareFactor(own.modulus, other.modulus)
            else { return nil }
            return finding(
                "the modulus has a factor in common with the key of \(neighbour.path): both private keys are public"
            )
        }
    }
}
