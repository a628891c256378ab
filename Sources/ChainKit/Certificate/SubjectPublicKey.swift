import OpenSSLBridge

/// The facts of a certificate's public key, read from the SubjectPublicKeyInfo alone.
public struct SubjectPublicKey: Sendable, Hashable {
    /// What kind of key it is, with the sizes that its kind has.
    public enum Kind: Sendable, Hashable {
        /// Bits of the modulus.
        case rsa(bits: Int)
        /// The key may serve only for RSASSA-PSS signatures (RFC 4055, 1.2).
        case rsaPSS(bits: Int)
        case ellipticCurve(Curve)
        case dsa
        case ed25519, ed448
        /// FIPS 204, by the parameter set 44, 65 or 87.
        case mlDSA(Int)
        case other
    }

    /// The curve of an elliptic curve key.
    public enum Curve: Sendable, Hashable {
        /// A named curve, its usual name and the bits of its field.
        case named(String, bits: Int)
        /// A named curve that is not known here.
        case unknown(ObjectIdentifier)
        /// Explicit parameters, which RFC 5480, 2.1.1 forbids.
        case explicit
        /// No parameters, or the implicit curve, which RFC 5480 forbids as well.
        case missing
    }

    /// The algorithm's identifier.
    public let algorithm: ObjectIdentifier
    /// Kind and size.
    public let kind: Kind
    /// The SHA-256 of the SubjectPublicKeyInfo's DER: the same for every certificate of the same key.
    public let sha256: SHA256Digest
    /// What is wrong with the key's numbers, in words; nil where nothing is.
    public let numberDefect: String?

    /// The key's size in bits, nil where its kind has none.
    public var bits: Int? {
        switch kind {
        case .rsa(let bits), .rsaPSS(let bits): bits
        case .ellipticCurve(.named(_, let bits)): bits
        case .ed25519: 256
        case .ed448: 448
        case .ellipticCurve, .dsa, .mlDSA, .other: nil
        }
    }

    /// Whether the key is RSA, whatever the padding.
    package var isRSA: Bool {
        switch kind {
        case .rsa, .rsaPSS: true
        case .ellipticCurve, .dsa, .ed25519, .ed448, .mlDSA, .other: false
        }
    }

    /// A short name for people: `RSA-2048`, `P-256`, `Ed25519`.
    public var name: String {
        switch kind {
        case .rsa(let bits): "RSA-\(bits)"
        case .rsaPSS(let bits): "RSASSA-PSS-\(bits)"
        case .ellipticCurve(.named(let name, _)): name
        case .ellipticCurve(.unknown(let curve)): "elliptic curve \(curve)"
        case .ellipticCurve(.explicit): "elliptic curve with explicit parameters"
        case .ellipticCurve(.missing): "elliptic curve without parameters"
        case .dsa: "DSA"
        case .ed25519: "Ed25519"
        case .ed448: "Ed448"
        case .mlDSA(let set): "ML-DSA-\(set)"
        case .other: algorithm.dotted
        }
    }

    init(
        algorithm: ObjectIdentifier,
        parameters: AlgorithmParameters,
        key: UnsafeBufferPointer<UInt8>,
        info: ArraySlice<UInt8>,
        digests: DigestContexts? = nil
    ) {
        self.algorithm = algorithm
        sha256 = info.withUnsafeBufferPointer { SHA256Digest(lent: $0, in: digests) }
        var numberDefect: String?
        switch algorithm {
        case Self.rsaEncryption, SignatureAlgorithm.rsassaPSS:
            let numbers = RSANumbers(key)
            numberDefect = numbers.defect
            kind = algorithm == Self.rsaEncryption ? .rsa(bits: numbers.bits) : .rsaPSS(bits: numbers.bits)
        case Self.ecPublicKey:
            kind = .ellipticCurve(Curve(parameters))
            numberDefect = CurvePoint.defect(key, of: kind)
        default:
            kind = Self.otherKinds.first { $0.identifier == algorithm }?.kind ?? .other
            numberDefect = CurvePoint.defect(key, of: kind)
        }
        self.numberDefect = numberDefect
    }

    static let rsaEncryption = ObjectIdentifier("1.2.840.113549.1.1.1")
    static let ecPublicKey = ObjectIdentifier("1.2.840.10045.2.1")

    private static let otherKinds: [(identifier: ObjectIdentifier, kind: Kind)] = [
        (ObjectIdentifier("1.3.101.112"), .ed25519), (ObjectIdentifier("1.3.101.113"), .ed448),
        (ObjectIdentifier("1.2.840.10040.4.1"), .dsa),
        (ObjectIdentifier("2.16.840.1.101.3.4.3.17"), .mlDSA(44)),
        (ObjectIdentifier("2.16.840.1.101.3.4.3.18"), .mlDSA(65)),
        (ObjectIdentifier("2.16.840.1.101.3.4.3.19"), .mlDSA(87)),
    ]
}

extension SubjectPublicKey.Curve {
    init(_ parameters: AlgorithmParameters) {
        switch parameters {
        case .absent, .null: self = .missing
        case .other: self = .explicit
        case .identifier(let octets):
            let identifier = ObjectIdentifier(derContent: octets)
            guard let known = Self.known.first(where: { $0.identifier == identifier }) else {
                self = .unknown(identifier)
                return
            }
            self = .named(known.name, bits: known.bits)
        }
    }

    private static let known: [(identifier: ObjectIdentifier, name: String, bits: Int)] = [
        (ObjectIdentifier("1.2.840.10045.3.1.7"), "P-256", 256),
        (ObjectIdentifier("1.3.132.0.34"), "P-384", 384),
        (ObjectIdentifier("1.3.132.0.35"), "P-521", 521),
        (ObjectIdentifier("1.2.840.10045.3.1.1"), "P-192", 192),
        (ObjectIdentifier("1.3.132.0.33"), "P-224", 224),
        (ObjectIdentifier("1.3.132.0.10"), "secp256k1", 256),
        (ObjectIdentifier("1.3.36.3.3.2.8.1.1.7"), "brainpoolP256r1", 256),
        (ObjectIdentifier("1.3.36.3.3.2.8.1.1.11"), "brainpoolP384r1", 384),
        (ObjectIdentifier("1.3.36.3.3.2.8.1.1.13"), "brainpoolP512r1", 512),
    ]
}

/// What keeps octets from being the point that a key on a curve is.
///
/// OpenSSL decodes the point at infinity, which every private key would fit, and the hybrid form without complaint, and
/// does not look at a key of Edwards' curves before it is used.
enum CurvePoint {
    /// The defect in words, nil where there is none that shows without the curve's arithmetic.
    static func defect(_ key: UnsafeBufferPointer<UInt8>, of kind: SubjectPublicKey.Kind) -> String? {
        switch kind {
        case .ellipticCurve(.named(let name, let bits)): defect(key, on: name, coordinate: (bits + 7) / 8)
        // RFC 8032, 5.1.5 and 5.2.5.
        case .ed25519: length(key, 32, "Ed25519")
        case .ed448: length(key, 57, "Ed448")
        default: nil
        }
    }

    /// RFC 5480, 2.2: uncompressed or compressed, and no other form.
    private static func defect(_ key: UnsafeBufferPointer<UInt8>, on name: String, coordinate: Int) -> String?
    {
        switch key.first {
        case 0 where key.count == 1: "the \(name) point is the one at infinity"
        case 2, 3: length(key, 1 + coordinate, name)
        case 4: length(key, 1 + 2 * coordinate, name)
        case 6, 7: "the \(name) point is in the hybrid form, which RFC 5480 forbids"
        default: "the \(name) point is in no form that there is"
        }
    }

    private static func length(_ key: UnsafeBufferPointer<UInt8>, _ count: Int, _ name: String) -> String? {
        key.count == count ? nil : "the \(name) key has \(key.count) octets instead of \(count)"
    }
}

/// The curves that public CAs certify (TLS Baseline Requirements, 6.1.5).
enum NISTCurve: String {
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"

    /// The curve of a key, nil for any other key.
    init?(_ key: SubjectPublicKey) {
        guard case .ellipticCurve(.named(let name, _)) = key.kind else { return nil }
        self.init(rawValue: name)
    }
}
