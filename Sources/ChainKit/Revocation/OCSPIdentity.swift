import OpenSSLBridge

/// How OCSP names a certificate: by digests of its issuer's name and key, and its serial number (RFC 6960, 4.1.1).
struct OCSPIdentity: Sendable, Hashable {
    /// The digests that are used for that.
    enum Hash: Sendable, Hashable {
        case sha1, sha256

        init?(_ identifier: ObjectIdentifier) {
            switch identifier {
            case ObjectIdentifier("1.3.14.3.2.26"): self = .sha1
            case ObjectIdentifier("2.16.840.1.101.3.4.2.1"): self = .sha256
            default: return nil
            }
        }

        fileprivate func octets(of input: some Collection<UInt8>) -> [UInt8] {
            switch self {
            case .sha1: MessageDigest.sha1.octets(of: input)
            case .sha256: MessageDigest.sha256.octets(of: input)
            }
        }
    }

    let hash: Hash
    let issuerNameHash: [UInt8]
    let issuerKeyHash: [UInt8]
    let serialNumber: SerialNumber

    init(hash: Hash, issuerNameHash: [UInt8], issuerKeyHash: [UInt8], serialNumber: SerialNumber) {
        self.hash = hash
        self.issuerNameHash = issuerNameHash
        self.issuerKeyHash = issuerKeyHash
        self.serialNumber = serialNumber
    }

    /// The identity of a certificate below an issuer.
    init?(_ certificate: Certificate, issuer: Certificate, _ hash: Hash) {
        guard let key = Self.keyDigest(of: issuer, hash) else { return nil }
        self.init(
            hash: hash,
            issuerNameHash: hash.octets(of: certificate.issuer.der),
            issuerKeyHash: key,
            serialNumber: certificate.serialNumber
        )
    }

    /// The digest of a certificate's key without tag, length and unused bits.
    static func keyDigest(of certificate: Certificate, _ hash: Hash) -> [UInt8]? {
        let info = Array(certificate.subjectPublicKeyInfo)
        var file = DERReader(info)
        guard let outer = try? file.next() else { return nil }
        var fields = file.inside(outer)
        guard (try? fields.next()) != nil,
            let key = try? fields.next(DERReader.Tag.bitString, "the key"), !key.content.isEmpty
        else { return nil }
        return hash.octets(of: info[key.content.dropFirst()])
    }
}
