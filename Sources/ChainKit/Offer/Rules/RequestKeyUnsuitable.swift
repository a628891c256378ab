import OpenSSLBridge

/// Flags keys that no public CA certifies for TLS, for their size, their kind or their numbers.
struct RequestKeyUnsuitable: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-key-unsuitable",
        severity: .error,
        title: "No public CA certifies the request's key",
        rationale: """
            Public CAs certify RSA keys of 2048 bits or more and keys on P-256, P-384 and P-521. Exchange takes RSA keys \
            of 2048 bits; HealthChecker marks shorter ones red.
            """,
        remedy: "make the request anew with an RSA key of 2048 bits or more",
        citations: [
            PolicyData.keySizeSource.title, "Microsoft, CSS-Exchange HealthChecker",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let request = offer.request else { return [] }
        let key = request.publicKey
        if let weakness = key.weakness { return [finding(weakness, policy: [PolicyData.keySizeSource])] }
        if let defect = key.numberDefect {
            // An exponent has a rule of its own.
            return defect.contains("exponent") ? [] : [finding("the key is unusable: \(defect)")]
        }
        guard key.isOfPublicKind else {
            return [finding("the key is \(key.name), which public CAs do not certify for TLS")]
        }
        guard RequestSignatureInvalid.key(of: request) != nil else {
            return [finding("the key does not decode: its numbers are not those of a \(key.name) key")]
        }
        return []
    }
}
