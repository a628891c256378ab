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

extension SignatureAlgorithm {
    /// Whether a key of a kind can have made such a signature at all.
    ///
    /// An ECDSA signature under an RSA issuer's name is as wrong as one by another RSA key, and nothing about it is
    /// unknown. Of an algorithm that is not interpreted here nothing is claimed, save post-quantum ones, whose keys
    /// are known by name.
    func canBeMade(by kind: SubjectPublicKey.Kind) -> Bool {
        switch (scheme, kind) {
        case (.rsaPKCS1, .rsa), (.rsaPSS, .rsa), (.rsaPSS, .rsaPSS), (.ecdsa, .ellipticCurve), (.dsa, .dsa),
            (.ed25519, .ed25519), (.ed448, .ed448):
            true
        case (.unknown, .mlDSA): Self.postQuantum.contains(identifier)
        case (.unknown, .rsa), (.unknown, .rsaPSS): !Self.postQuantum.contains(identifier)
        case (.unknown, _): !Self.postQuantum.contains(identifier) && identifier != Self.rsassaPSS
        default: false
        }
    }

    /// ML-DSA with its three parameter sets (FIPS 204).
    private static let postQuantum: Set<ObjectIdentifier> = [
        ObjectIdentifier("2.16.840.1.101.3.4.3.17"), ObjectIdentifier("2.16.840.1.101.3.4.3.18"),
        ObjectIdentifier("2.16.840.1.101.3.4.3.19"),
    ]
}

/// An algorithm with its parameters (RFC 5280, 4.1.1.2).
struct AlgorithmIdentifier: Sendable {
    let algorithm: ObjectIdentifier
    let parameters: AlgorithmParameters

    /// Whether the parameters are neither left out, NULL nor an identifier.
    var hasStructure: Bool { if case .other = parameters { true } else { false } }

    /// Reads the DER of an AlgorithmIdentifier, nil where it is none.
    init?(der: UnsafeBufferPointer<UInt8>) {
        let read = AlgorithmDecoding.read(der) { algorithm, parameters in
            (ObjectIdentifier(derContent: algorithm), parameters)
        }
        guard let read else { return nil }
        (algorithm, parameters) = read
    }
}

/// A hash algorithm as signatures name it.
public enum HashAlgorithm: String, Sendable, Hashable, CaseIterable {
    case md2, md4, md5, sha1, sha224, sha256, sha384, sha512
    case sha3_256 = "sha3-256"
    case sha3_384 = "sha3-384"
    case sha3_512 = "sha3-512"

    /// Whether collisions can be made or are expected to be: MD2, MD4, MD5 and SHA-1.
    public var isWeak: Bool { [.md2, .md4, .md5, .sha1].contains(self) }

    init?(_ identifier: ObjectIdentifier) {
        guard let known = Self.identifiers.first(where: { $0.identifier == identifier }) else { return nil }
        self = known.hash
    }

    private static let identifiers: [(identifier: ObjectIdentifier, hash: HashAlgorithm)] = [
        (ObjectIdentifier("2.16.840.1.101.3.4.2.1"), .sha256),
        (ObjectIdentifier("2.16.840.1.101.3.4.2.2"), .sha384),
        (ObjectIdentifier("2.16.840.1.101.3.4.2.3"), .sha512),
        (ObjectIdentifier("2.16.840.1.101.3.4.2.4"), .sha224),
        (ObjectIdentifier("2.16.840.1.101.3.4.2.8"), .sha3_256),
        (ObjectIdentifier("2.16.840.1.101.3.4.2.9"), .sha3_384),
        (ObjectIdentifier("2.16.840.1.101.3.4.2.10"), .sha3_512),
        (ObjectIdentifier("1.3.14.3.2.26"), .sha1),
        (ObjectIdentifier("1.2.840.113549.2.5"), .md5),
        (ObjectIdentifier("1.2.840.113549.2.4"), .md4),
        (ObjectIdentifier("1.2.840.113549.2.2"), .md2),
    ]
}
