/// Flags certificates with a kind of key that mail servers' TLS is not known to use.
struct UnsupportedKey: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "unsupported-key",
        severity: .error,
        title: "The kind of key is not known to work",
        rationale: """
            Public CAs certify RSA keys and keys on P-256, P-384 and P-521 for TLS servers, and nothing documented says \
            that Exchange can use any other. For post-quantum and unknown kinds it is inferred that no TLS peer of today \
            negotiates them; for others nothing is known, and they are warned of only. Windows takes RSA keys of 16384 \
            bits at most.
            """,
        remedy: "request a new certificate with an RSA key of 2048 bits or more",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 6.1.5 and 7.1.3.1", "RFC 8446, 4.2.3",
            "Microsoft, BCryptGenerateKeyPair",
        ],
        certainty: .inferred,
        traits: [.toldOfRequests],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// Bits of an RSA key (BCryptGenerateKeyPair); OpenSSL has the same limit.
    private static let mostBits = 16_384

    /// Public CAs certify no other keys, and no peer on the web takes another.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        let key = certificate.publicKey
        switch key.kind {
        case .rsa, .dsa: return []
        case .ellipticCurve(.named(_, let bits)) where bits < 256 || NISTCurve(key) != nil: return []
        default: return ["the key is \(key.name), which public CAs do not certify"]
        }
    }

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        if let own = own(subject) { findings.append(own) }
        for issuer in subject.search.trusted?.path.intermediates ?? []
        where !issuer.publicKey.isOfPublicKind && issuer.publicKey.weakness == nil {
            findings.append(
                finding(
                    """
                    the authority \(Evidence.name(issuer)) signs with a key of the kind \(issuer.publicKey.name), which no \
                    public CA uses for TLS; nothing documented says that Exchange Online accepts it
                    """,
                    severity: .warning,
                    remedy: "get a certificate from an authority with an RSA key or one on P-256 or P-384"
                )
            )
        }
        return findings
    }

    private func own(_ subject: Subject) -> Finding? {
        let key = subject.certificate.publicKey
        switch key.kind {
        case .mlDSA, .other:
            return finding("the key is \(key.name), which TLS peers are not known to negotiate")
        case .rsa(let bits) where bits > Self.mostBits, .rsaPSS(let bits) where bits > Self.mostBits:
            return finding("the key is \(key.name); Windows takes RSA keys of \(Self.mostBits) bits at most")
        case .ed25519, .ed448, .rsaPSS, .ellipticCurve(.unknown):
            return undocumented(key)
        case .ellipticCurve(.named(_, let bits)) where bits >= 256 && NISTCurve(key) == nil:
            return undocumented(key)
        case .rsa, .dsa, .ellipticCurve: return nil
        }
    }

    private func undocumented(_ key: SubjectPublicKey) -> Finding {
        finding(
            "the key is \(key.name); nothing documented says that Exchange can use it",
            severity: .warning
        )
    }
}
