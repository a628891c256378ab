import OpenSSLBridge

/// Flags RSA keys whose primes are so close to each other that the modulus falls to Fermat's method.
struct RequestPrimesClose: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-primes-close",
        severity: .error,
        title: "The request's RSA primes are too close",
        rationale: """
            Where the two primes are close, anybody factors the modulus with Fermat's method of 1643 and has the private \
            key. Some printers and a library made such keys (CVE-2022-26320). CAs must turn down a key that falls within \
            a hundred rounds.
            """,
        remedy:
            "make a new key with another program, and trust nothing that the one which made this has made",
        citations: [PolicyData.weakKeySource.title, "CVE-2022-26320"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let key = offer.rsaKey,
            let round = RSAModulus.fermatRound(key.modulus, rounds: PolicyData.keys.fermatRounds)
        else { return [] }
        return [
            finding(
                "the modulus is factored by Fermat's method in round \(round): the private key is public",
                policy: [PolicyData.weakKeySource]
            )
        ]
    }
}
