import OpenSSLBridge

/// The SHA-256 digest of something, stored inline.
public struct SHA256Digest: Sendable, Hashable, Comparable {
    private var words = SIMD4<UInt64>()

    /// Digests octets.
    public init(of octets: some Collection<UInt8>) {
        withUnsafeMutableBytes(of: &words) { MessageDigest.sha256.digest(octets, into: $0) }
    }

    /// Takes 32 octets that already are a digest, nil for any other number.
    public init?(octets: some Collection<UInt8>) {
        guard octets.count == 32 else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: octets) }
    }

    /// The 32 octets.
    public var octets: [UInt8] { withUnsafeBytes(of: words, Array.init) }

    /// Lower-case hexadecimal text, 64 digits.
    public var hexadecimal: String { withUnsafeBytes(of: words) { Hexadecimal.string($0) } }

    /// Orders as the hexadecimal texts would be.
    public static func < (one: Self, other: Self) -> Bool {
        for index in 0..<4 where one.words[index] != other.words[index] {
            return UInt64(bigEndian: one.words[index]) < UInt64(bigEndian: other.words[index])
        }
        return false
    }

    /// Feeds the first word only: a digest is already evenly spread.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words[0])
    }
}
