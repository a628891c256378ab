/// Flags RSA keys whose size is not a whole number of octets.
struct RsaModulusNotOctets: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "rsa-modulus-not-octets",
        severity: .note,
        title: "The size of the RSA key is no whole number of octets",
        rationale: """
            The size of an RSA modulus in bits must be divisible by 8. Other sizes come from faulty generators, and some \
            implementations reject them.
            """,
        remedy: "request a new certificate with a new RSA key of 2048, 3072 or 4096 bits",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 6.1.5"
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        let key = certificate.publicKey
        switch key.kind {
        case .rsa(let bits) where bits % 8 != 0, .rsaPSS(let bits) where bits % 8 != 0:
            return ["the RSA modulus has \(bits) bits, which 8 does not divide"]
        default: return []
        }
    }
}
