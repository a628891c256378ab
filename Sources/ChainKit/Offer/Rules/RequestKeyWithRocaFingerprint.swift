import OpenSSLBridge

/// Flags RSA keys that bear the fingerprint of a broken generator in smart cards and security chips.
struct RequestKeyWithRocaFingerprint: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-key-with-roca-fingerprint",
        severity: .error,
        title: "The request's key has the fingerprint of ROCA",
        rationale: """
            A library of Infineon's made RSA primes of a form that can be factored (CVE-2017-15361). Such a modulus is a \
            power of 65537 modulo each of many small primes, which happens to other moduli by chance once in more than a \
            hundred million. CAs must turn such keys down.
            """,
        remedy: "make the key in software, or update the firmware of the chip that made it",
        citations: [PolicyData.rocaSource.title, PolicyData.weakKeySource.title],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let key = offer.rsaKey, Self.hasFingerprint(key.modulus) else { return [] }
        return [
            finding(
                "the modulus has the fingerprint of keys that can be factored (CVE-2017-15361)",
                policy: [PolicyData.rocaSource, PolicyData.weakKeySource]
            )
        ]
    }

    static func hasFingerprint(_ modulus: [UInt8]) -> Bool {
        let primes = PolicyData.keys.rocaPrimes
        let residues = RSAModulus.residues(modulus, by: primes)
        return residues.count == primes.count
            && zip(primes, residues).allSatisfy { powers(modulo: $0).contains($1) }
    }

    /// Every power of 65537 modulo a prime.
    private static func powers(modulo prime: UInt) -> Set<UInt> {
        var powers: Set<UInt> = []
        var power: UInt = 1
        while powers.insert(power).inserted { power = power * 65_537 % prime }
        return powers
    }
}
