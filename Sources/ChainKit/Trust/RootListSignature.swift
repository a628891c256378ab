import OpenSSLBridge

/// Microsoft's signature on a root list, verified.
///
/// Verified at the list's own time and not at the reader's: the signer's certificate lives for a year, the list goes
/// on being used. The root that signs is an entry of the list itself, so the list alone cannot prove itself; the root
/// is pinned here by its SHA-256.
public struct RootListSignature: Sendable {
    /// The certificate that signed the list.
    public let signer: Certificate
    /// The certificates between the signer and the pinned root.
    public let intermediates: [Certificate]
    /// The pinned root: Microsoft Root Certificate Authority 2010.
    public let root: Certificate
    /// The time at which the path was valid, the list's thisUpdate.
    public let verifiedAt: Instant

    /// The SHA-256 of Microsoft Root Certificate Authority 2010, which signs every list since 2011; valid to
    /// 2035-06-23.
    static let pinnedRoot = "df545bf919a2439c36983b54cdfc903dfa4f37d3996d8d84b4c31eec6f3c163e"
    /// szOID_ROOT_LIST_SIGNER.
    static let listSigner = KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.10.3.9"))

    init(of list: CertificateTrustList, in message: [UInt8]) throws(RootListError) {
        let root = try Self.root()
        let signature = try Self.verify(message, anchor: root, at: list.thisUpdate)
        // Two parsers have read the message; what OpenSSL verified must be what was understood here.
        guard signature.content[...] == message[list.signedContent] else {
            throw .signature(reason: "the signed content is not the list")
        }
        let signer = try Self.certificate(signature.signer)
        guard signer.extendedKeyUsage?.contains(Self.listSigner) == true else {
            throw .signature(reason: "the signer's certificate is not one for root lists")
        }
        var others: [Certificate] = []
        for encoding in signature.certificates {
            let certificate = try Self.certificate(encoding)
            if certificate != signer, certificate != root { others.append(certificate) }
        }
        self.signer = signer
        intermediates = others
        self.root = root
        verifiedAt = list.thisUpdate
    }

    private static func verify(
        _ message: [UInt8],
        anchor: Certificate,
        at time: Instant
    ) throws(RootListError) -> PKCS7Signature {
        do {
            return try message.withUnsafeBufferPointer { message throws(OpenSSLError) in
                try anchor.der.withUnsafeBufferPointer { anchor throws(OpenSSLError) in
                    try PKCS7Signature(verifying: message, anchor: anchor, at: time.seconds)
                }
            }
        } catch {
            throw .signature(reason: error.entries.map(\.text).joined(separator: "; "))
        }
    }

    private static func root() throws(RootListError) -> Certificate {
        let embedded = try? RootCertificates.embedded()
        let root = embedded?.available.first { SHA256Digest(of: $0).hexadecimal == pinnedRoot }
        guard let root else { throw .signature(reason: "the pinned root is not at hand") }
        return try certificate(root)
    }

    private static func certificate(_ encoding: [UInt8]) throws(RootListError) -> Certificate {
        do {
            return try Certificate(der: encoding)
        } catch {
            throw .signature(reason: error.reason)
        }
    }
}
