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
