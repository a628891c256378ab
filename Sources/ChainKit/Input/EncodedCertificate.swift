/// Octets believed to be the DER of one certificate, and where they were found.
public struct EncodedCertificate: Sendable, Hashable {
    /// Where.
    public let location: SourceLocation
    /// The octets, as they stood.
    public let der: [UInt8]

    /// Pairs octets with a place.
    public init(location: SourceLocation, der: [UInt8]) {
        self.location = location
        self.der = der
    }
}

/// Octets believed to be revocation lists and OCSP responses, as they stood in one file.
public struct EncodedRevocation: Sendable, Hashable {
    /// The DER of each revocation list.
    public internal(set) var lists: [[UInt8]] = []
    /// The DER of each OCSP response.
    public internal(set) var responses: [[UInt8]] = []

    /// Nothing found.
    public init() {}

    /// Whether the file held neither.
    public var isEmpty: Bool { lists.isEmpty && responses.isEmpty }
}

/// A private key that lies in a file; the key itself is never kept.
public struct FoundPrivateKey: Sendable, Hashable {
    /// The digest of the SubjectPublicKeyInfo that belongs to it, nil where the key could not be opened or read.
    public let publicKeySHA256: SHA256Digest?
    /// Whether it is kept under a password; the empty one does not count.
    public let isEncrypted: Bool

    /// Makes a note of a key.
    public init(publicKeySHA256: SHA256Digest?, isEncrypted: Bool) {
        self.publicKeySHA256 = publicKeySHA256
        self.isEncrypted = isEncrypted
    }
}

/// Where a certificate was found.
public struct SourceLocation: Sendable, Hashable {
    /// The file, as it was named or found.
    public let path: String
    /// The position among the certificates of this file, from 0.
    public let index: Int

    /// Makes a location.
    public init(path: String, index: Int) {
        self.path = path
        self.index = index
    }
}
