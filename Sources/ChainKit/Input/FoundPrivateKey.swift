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
