import OpenSSLBridge

/// How a certificate was signed.
public struct SignatureAlgorithm: Sendable, Hashable {
    /// The signature scheme and what it needs to know.
    public enum Scheme: Sendable, Hashable {
        case rsaPKCS1(HashAlgorithm)
        case rsaPSS(hash: HashAlgorithm, maskHash: HashAlgorithm, saltLength: Int)
        case ecdsa(HashAlgorithm)
        case dsa(HashAlgorithm)
        case ed25519
        case ed448
        /// Named but not interpreted: post-quantum, GOST, SM2, or an RSASSA-PSS with unreadable parameters.
        case unknown
    }

    /// The algorithm's identifier.
    public let identifier: ObjectIdentifier
    /// The scheme.
    public let scheme: Scheme

    /// The hash, nil where the scheme has none of its own or is not known.
    public var hash: HashAlgorithm? {
        switch scheme {
        case .rsaPKCS1(let hash), .ecdsa(let hash), .dsa(let hash), .rsaPSS(let hash, _, _): hash
        case .ed25519, .ed448, .unknown: nil
        }
    }

    /// A name such as `sha256WithRSAEncryption`, or the dotted identifier.
    public var name: String {
        Self.known.first { $0.identifier == identifier }?.name ?? identifier.dotted
    }

    init(identifier: ObjectIdentifier, parameters: AlgorithmParameters) {
        self.identifier = identifier
        if identifier == Self.rsassaPSS {
            scheme = Self.pss(parameters) ?? .unknown
        } else {
            scheme = Self.known.first { $0.identifier == identifier }?.scheme ?? .unknown
        }
    }

    /// id-RSASSA-PSS; also a key type of its own.
    static let rsassaPSS = ObjectIdentifier("1.2.840.113549.1.1.10")

    private static func pss(_ parameters: AlgorithmParameters) -> Scheme? {
        let der: [UInt8]
        switch parameters {
        case .absent, .null: return nil
        case .identifier: return nil
        case .other(let octets): der = Array(octets)
        }
        guard let decoded = PSSParameters(der: der) else { return nil }
        guard let hash = HashAlgorithm(ObjectIdentifier(derContent: decoded.hash)),
            let maskHash = HashAlgorithm(ObjectIdentifier(derContent: decoded.maskHash))
        else { return nil }
        return .rsaPSS(hash: hash, maskHash: maskHash, saltLength: decoded.saltLength)
    }

    private struct Known {
        let identifier: ObjectIdentifier
        let name: String
        let scheme: Scheme

        init(_ identifier: StaticString, _ name: String, _ scheme: Scheme) {
            self.identifier = ObjectIdentifier(identifier)
            self.name = name
            self.scheme = scheme
        }
    }

    private static let known: [Known] = [
        Known("1.2.840.113549.1.1.11", "sha256WithRSAEncryption", .rsaPKCS1(.sha256)),
        Known("1.2.840.10045.4.3.2", "ecdsa-with-SHA256", .ecdsa(.sha256)),
        Known("1.2.840.113549.1.1.12", "sha384WithRSAEncryption", .rsaPKCS1(.sha384)),
        Known("1.2.840.10045.4.3.3", "ecdsa-with-SHA384", .ecdsa(.sha384)),
        Known("1.2.840.113549.1.1.13", "sha512WithRSAEncryption", .rsaPKCS1(.sha512)),
        Known("1.2.840.10045.4.3.4", "ecdsa-with-SHA512", .ecdsa(.sha512)),
        Known("1.2.840.113549.1.1.5", "sha1WithRSAEncryption", .rsaPKCS1(.sha1)),
        Known("1.2.840.113549.1.1.14", "sha224WithRSAEncryption", .rsaPKCS1(.sha224)),
        Known("1.2.840.113549.1.1.4", "md5WithRSAEncryption", .rsaPKCS1(.md5)),
        Known("1.2.840.113549.1.1.3", "md4WithRSAEncryption", .rsaPKCS1(.md4)),
        Known("1.2.840.113549.1.1.2", "md2WithRSAEncryption", .rsaPKCS1(.md2)),
        Known("1.3.14.3.2.29", "sha1WithRSA", .rsaPKCS1(.sha1)),
        Known("1.2.840.113549.1.1.10", "RSASSA-PSS", .unknown),
        Known("1.2.840.10045.4.1", "ecdsa-with-SHA1", .ecdsa(.sha1)),
        Known("1.2.840.10045.4.3.1", "ecdsa-with-SHA224", .ecdsa(.sha224)),
        Known("2.16.840.1.101.3.4.3.14", "id-rsassa-pkcs1-v1-5-with-sha3-256", .rsaPKCS1(.sha3_256)),
        Known("2.16.840.1.101.3.4.3.15", "id-rsassa-pkcs1-v1-5-with-sha3-384", .rsaPKCS1(.sha3_384)),
        Known("2.16.840.1.101.3.4.3.16", "id-rsassa-pkcs1-v1-5-with-sha3-512", .rsaPKCS1(.sha3_512)),
        Known("1.2.840.10040.4.3", "dsa-with-sha1", .dsa(.sha1)),
        Known("2.16.840.1.101.3.4.3.1", "dsa-with-sha224", .dsa(.sha224)),
        Known("2.16.840.1.101.3.4.3.2", "dsa-with-sha256", .dsa(.sha256)),
        Known("1.3.101.112", "Ed25519", .ed25519),
        Known("1.3.101.113", "Ed448", .ed448),
        Known("2.16.840.1.101.3.4.3.17", "ML-DSA-44", .unknown),
        Known("2.16.840.1.101.3.4.3.18", "ML-DSA-65", .unknown),
        Known("2.16.840.1.101.3.4.3.19", "ML-DSA-87", .unknown),
    ]
}
