/// Flags RSA keys whose public exponent is even or small.
struct RequestExponentUnsuitable: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-exponent-unsuitable",
        severity: .error,
        title: "The request's RSA exponent is unsuitable",
        rationale: """
            A public exponent must be odd and at least 3. The CAs' rules want 65537 or more, because with small ones \
            mistakes in padding become attacks.
            """,
        remedy: "make the request anew with the exponent 65537, which every tool takes by itself",
        citations: [PolicyData.exponentSource.title, "RFC 8017, 3.1"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let info = offer.request?.subjectPublicKeyInfo,
            let key = RSAPublicKey(subjectPublicKeyInfo: info)
        else { return [] }
        let policy = [PolicyData.exponentSource]
        guard let last = key.exponent.last, last & 1 == 1 else {
            return [finding("the public exponent is even", policy: policy)]
        }
        // The Baseline Requirements want it below 2^256.
        guard key.exponent.count <= 8 else {
            return key.exponent.count <= 32
                ? []
                : [
                    finding(
                        "the public exponent has \(key.exponent.count * 8) bits; 256 should be the most",
                        severity: .warning,
                        policy: policy
                    )
                ]
        }
        let exponent = key.exponent.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        if exponent < 3 { return [finding("the public exponent is \(exponent)", policy: policy)] }
        guard exponent < PolicyData.keys.exponent else { return [] }
        return [
            finding(
                "the public exponent is \(exponent); \(PolicyData.keys.exponent) should be the least",
                severity: .warning,
                policy: policy
            )
        ]
    }
}
