package import Octets
import OpenSSLBridge

/// One certificate, parsed once, every fact a plain value.
///
/// An immutable reference: passing a certificate on costs one reference count, whatever it holds. Two certificates
/// are equal when their DER is, which is decided by its SHA-256 and never by name, key or serial number.
public final class Certificate: Sendable {
    /// The encoding, byte for byte.
    public let der: [UInt8]
    /// The digest of `der`: the certificate's identity.
    public let sha256: SHA256Digest
    /// The SHA-1 of `der`: Exchange's name for the certificate.
    public let thumbprint: Thumbprint
    /// The version as X.509 counts it, from 1.
    public var version: Int { fields.version }
    /// The serial number.
    public var serialNumber: SerialNumber { fields.serialNumber }
    /// The name of the certification authority that signed.
    public var issuer: DistinguishedName { fields.issuer }
    /// The name of the holder; may be empty.
    public var subject: DistinguishedName { fields.subject }
    /// The first instant of validity, itself included.
    public var notBefore: ValidityTime { fields.notBefore }
    /// The last instant of validity, itself included.
    public var notAfter: ValidityTime { fields.notAfter }
    /// The facts of the public key.
    public var publicKey: SubjectPublicKey { fields.publicKey }
    /// How the certificate was signed.
    public var signatureAlgorithm: SignatureAlgorithm { fields.signatureAlgorithm }
    /// All extensions in encoded order.
    public var extensions: [CertificateExtension] { fields.extensions.items }
    /// The names of the subjectAltName extension, empty where there is none.
    public var subjectAlternativeNames: [GeneralName] { fields.extensions.subjectAlternativeNames }
    /// The keyUsage extension, nil where there is none: the key may then serve for anything.
    public var keyUsage: KeyUsage? { fields.extensions.keyUsage }
    /// The extKeyUsage extension, nil where there is none: the key may then serve for anything.
    public var extendedKeyUsage: [KeyPurpose]? { fields.extensions.extendedKeyUsage }
    /// The basicConstraints extension, nil where there is none.
    public var basicConstraints: BasicConstraints? { fields.extensions.basicConstraints }
    /// The subjectKeyIdentifier extension.
    public var subjectKeyIdentifier: [UInt8]? { fields.extensions.subjectKeyIdentifier }
    /// The key identifier of the authorityKeyIdentifier extension.
    public var authorityKeyIdentifier: [UInt8]? { authorityKeyIdentifierFields?.keyIdentifier }
    /// The fields of the authorityKeyIdentifier extension, nil where there is none or it does not decode.
    var authorityKeyIdentifierFields: AuthorityKeyIdentifierFields? {
        fields.extensions.authorityKeyIdentifier
    }
    /// Extensions whose value is not what RFC 5280 says it is, of those that are decoded when they are asked for.
    var undecodableExtensions: [ObjectIdentifier] { fields.extensions.undecodable }
    /// What is malformed inside, empty for nearly every certificate.
    public let encodingDefects: [EncodingDefect]

    private let fields: CertificateFields
    private var layout: CertificateLayout { fields.layout }

    /// Parses the DER of exactly one certificate.
    ///
    /// Malformed times, extension values and key numbers do not fail the parse: they stand in `encodingDefects`.
    public convenience init(der: [UInt8]) throws(CertificateError) {
        try self.init(der: der, sha256: SHA256Digest(of: der))
    }

    /// Parses octets whose digest is known already; by itself in a profile, as a stage of an audit.
    @inline(never)
    convenience init(
        der: [UInt8],
        sha256: SHA256Digest,
        memory: CertificateMemory? = nil
    ) throws(CertificateError) {
        if let plain = CertificateFields.plain(der, memory: memory) {
            self.init(der: der, sha256: sha256, fields: plain, digests: memory?.digests)
            return
        }
        let layout = try CertificateLayout(checking: der)
        self.init(
            der: der,
            sha256: sha256,
            fields: try CertificateFields.parsed(der, of: der, layout: layout, memory: memory)
        )
    }

    /// Parses as ``init(der:)`` does, and reads what can be read of a certificate that is damaged inside.
    ///
    /// What is damaged stands in ``encodingDefects``, which are then never empty. Only for what is shown or judged:
    /// issuers and trust anchors come from ``init(der:)``, so that none of them is ever damaged.
    package static func salvaged(from der: [UInt8]) throws(CertificateError) -> Certificate {
        try salvaged(from: der, sha256: SHA256Digest(of: der))
    }

    /// The same for octets whose digest is known already.
    static func salvaged(
        from der: [UInt8],
        sha256: SHA256Digest,
        memory: CertificateMemory? = nil
    ) throws(CertificateError) -> Certificate {
        do throws(CertificateError) {
            return try Certificate(der: der, sha256: sha256, memory: memory)
        } catch {
            guard let layout = CertificateLayout(der), let damaged = DamagedCertificate(der),
                let fields = try? CertificateFields.parsed(damaged.standIn, of: der, layout: layout)
            else { throw error }
            return Certificate(der: der, sha256: sha256, fields: fields, damage: damaged.defects)
        }
    }

    private init(
        der: [UInt8],
        sha256: SHA256Digest,
        fields: consuming CertificateFields,
        damage: [EncodingDefect] = [],
        digests: DigestContexts? = nil
    ) {
        self.der = der
        self.sha256 = sha256
        thumbprint = Thumbprint(of: der, in: digests)
        encodingDefects = damage.isEmpty ? fields.defects : damage + fields.defects
        self.fields = fields
    }

    /// Whether issuer and subject are the same name (RFC 5280, 3.2: self-issued).
    public var isSelfIssued: Bool { issuer == subject }

    /// Whether basicConstraints makes the subject a certification authority.
    public var isAuthority: Bool { basicConstraints?.isAuthority ?? false }

    /// The first part that could not be decoded, in words; nil for what ``init(der:)`` takes.
    var damage: String? {
        encodingDefects.first { if case .undecodable = $0 { true } else { false } }?.text
    }

    /// The part that was signed.
    var signedPart: ArraySlice<UInt8> { der[layout.signedPart] }
    /// The signature, without the octet that counts unused bits.
    var signature: ArraySlice<UInt8> { der[layout.signature] }
    /// The DER of the SubjectPublicKeyInfo.
    var subjectPublicKeyInfo: ArraySlice<UInt8> { der[layout.subjectPublicKeyInfo] }
}

extension Certificate: SignedObject {}

extension Certificate: Hashable {
    /// Equal when the encodings are.
    public static func == (one: Certificate, other: Certificate) -> Bool {
        one === other || one.sha256 == other.sha256
    }

    /// Feeds the SHA-256 of the encoding.
    public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }
}

/// Why octets are not a certificate.
public enum CertificateError: Error, Hashable, Sendable {
    case malformed(reason: String)

    /// The reason, lower case, no full stop.
    public var reason: String {
        switch self {
        case .malformed(let reason): reason
        }
    }
}

extension Certificate {
    /// Whether octets parse, at less than the cost of parsing them: what ``init(der:)`` takes and nothing else.
    static func parses(_ der: [UInt8], memory: CertificateMemory? = nil) -> Bool {
        if CertificateFields.plain(der, memory: memory) != nil { return true }
        guard let layout = CertificateLayout(der) else { return false }
        return (try? CertificateFields.parsed(der, of: der, layout: layout, memory: memory)) != nil
    }
}

/// What is signed as certificates are: a part, an algorithm and a signature over the part's very octets.
protocol SignedObject {
    /// The part that was signed.
    var signedPart: ArraySlice<UInt8> { get }
    /// The signature, without the octet that counts unused bits.
    var signature: ArraySlice<UInt8> { get }
    /// How it was signed.
    var signatureAlgorithm: SignatureAlgorithm { get }
}

/// A certificate's serial number: any length, sign kept.
public struct SerialNumber: Sendable, Hashable {
    /// The magnitude, big endian, as OpenSSL gives it.
    public let magnitude: [UInt8]
    /// RFC 5280, 4.1.2.2 wants positive numbers; some certificates have others.
    public let isNegative: Bool

    /// Lower-case hexadecimal text with a leading minus where the number is negative; `00` for zero.
    public var hexadecimal: String {
        (isNegative ? "-" : "") + (magnitude.isEmpty ? "00" : Hexadecimal.string(magnitude))
    }

    /// Appends ``hexadecimal`` to text that is being written.
    package func appendHexadecimal(to text: inout OctetText) {
        if isNegative { text.append(UInt8(ascii: "-")) }
        if magnitude.isEmpty {
            text.append("00" as StaticString)
        } else {
            Hexadecimal.append(magnitude, to: &text)
        }
    }
}

extension Certificate: CustomStringConvertible {
    /// The subject and the thumbprint.
    public var description: String { "\(subject) (\(thumbprint))" }
}
