/// Flags certificates whose key is too short, or of a kind that is given up.
struct WeakKey: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "weak-key",
        severity: .error,
        title: "The key is too weak",
        rationale: """
            Microsoft's root programme asks for RSA of 2048 bits at least, and Microsoft's HealthChecker marks shorter \
            keys red. Public CAs issue for elliptic curves of 256 bits at least, and no longer for DSA.
            """,
        remedy: "request a new certificate with a new RSA key of 2048 bits or more",
        citations: [
            "Microsoft, CSS-Exchange HealthChecker", "Microsoft Trusted Root Program, Program Requirements",
            "CA/Browser Forum, TLS Baseline Requirements, 6.1.5",
        ],
        certainty: .documented,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// An audit looks at the certificate's own key only: what an authority's is worth, its programme decides.
    func findings(in subject: Subject) -> [Finding] {
        violations(in: subject.certificate, as: .target).map { finding($0) }
    }

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        let key = certificate.publicKey
        // A modulus that cannot be read has no size: that is for invalid-public-key.
        guard key.numberDefect == nil else { return [] }
        switch key.kind {
        case .rsa(let bits) where bits < 2_048, .rsaPSS(let bits) where bits < 2_048:
            return ["the key is \(key.name); 2048 bits are the least"]
        case .ellipticCurve(.named(let name, let bits)) where bits < 256:
            return ["the key's curve is \(name); 256 bits are the least"]
        case .dsa: return ["the key is a DSA key"]
        default: return []
        }
    }
}
