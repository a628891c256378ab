package import Octets
import OpenSSLBridge

/// The SHA-256 digest of something, stored inline.
public struct SHA256Digest: Sendable, Hashable, Comparable {
    // Not a vector: that is aligned to 32 octets, and glibc takes ten times as long to find room for an object so aligned.
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Digests octets.
    public init(of octets: some Collection<UInt8>) {
        withUnsafeMutableBytes(of: &words) { output in
            let done: Void? = octets.withContiguousStorageIfAvailable {
                MessageDigest.sha256.digest(UnsafeRawBufferPointer($0), into: output)
            }
            if done == nil { MessageDigest.sha256.digest(Array(octets), into: output) }
        }
    }

    /// Digests octets in a context that is at hand.
    init(of octets: [UInt8], in contexts: DigestContexts?) {
        self = octets.withUnsafeBufferPointer { Self(lent: $0, in: contexts) }
    }

    /// The same for octets that are lent.
    init(lent octets: UnsafeBufferPointer<UInt8>, in contexts: DigestContexts?) {
        withUnsafeMutableBytes(of: &words) { output in
            if let contexts {
                contexts.sha256(octets, into: output)
            } else {
                MessageDigest.sha256.digest(UnsafeRawBufferPointer(octets), into: output)
            }
        }
    }

    /// Takes 32 octets that already are a digest, nil for any other number.
    public init?(octets: some Collection<UInt8>) {
        guard octets.count == 32 else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: octets) }
    }

    /// The 32 octets.
    public var octets: [UInt8] { withUnsafeBytes(of: words, Array.init) }

    /// Lends the 32 octets.
    func withOctets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: words, body)
    }

    /// Lower-case hexadecimal text, 64 digits.
    public var hexadecimal: String { withUnsafeBytes(of: words) { Hexadecimal.string($0) } }

    /// Appends ``hexadecimal`` to text that is being written.
    package func appendHexadecimal(to text: inout OctetText) {
        withUnsafeBytes(of: words) { Hexadecimal.append($0, to: &text) }
    }

    /// Orders as the hexadecimal texts would be.
    public static func < (one: Self, other: Self) -> Bool {
        (one.words.0.byteSwapped, one.words.1.byteSwapped, one.words.2.byteSwapped, one.words.3.byteSwapped)
            < (
                other.words.0.byteSwapped, other.words.1.byteSwapped, other.words.2.byteSwapped,
                other.words.3.byteSwapped
            )
    }

    /// Two digests are the same when their octets are; a tuple has no `==` of its own to be made from.
    public static func == (one: Self, other: Self) -> Bool { one.words == other.words }

    /// A quarter of the digest, for tables that find digests in their own way.
    var firstWord: UInt64 { words.0 }

    /// Feeds the first word only: a digest is already evenly spread.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}

extension SHA256Digest: CustomStringConvertible {
    /// ``hexadecimal``.
    public var description: String { hexadecimal }
}
