package import Octets
import OpenSSLBridge

/// The SHA-1 digest of a certificate: Exchange's and Windows' handle for it, and the key of Microsoft's list.
///
/// A name, not a proof: identity is always the SHA-256 of the DER.
public struct Thumbprint: Sendable, Hashable, Comparable {
    private var words: (UInt64, UInt64, UInt32) = (0, 0, 0)

    /// Digests a certificate's DER.
    public init(of octets: some Collection<UInt8>) {
        withUnsafeMutableBytes(of: &words) { output in
            let output = UnsafeMutableRawBufferPointer(rebasing: output[..<20])
            let done: Void? = octets.withContiguousStorageIfAvailable {
                MessageDigest.sha1.digest(UnsafeRawBufferPointer($0), into: output)
            }
            if done == nil { MessageDigest.sha1.digest(Array(octets), into: output) }
        }
    }

    /// Digests a certificate's DER in a context that is at hand.
    init(of octets: [UInt8], in contexts: DigestContexts?) {
        withUnsafeMutableBytes(of: &words) { output in
            let output = UnsafeMutableRawBufferPointer(rebasing: output[..<20])
            octets.withUnsafeBufferPointer { octets in
                if let contexts {
                    contexts.sha1(octets, into: output)
                } else {
                    MessageDigest.sha1.digest(UnsafeRawBufferPointer(octets), into: output)
                }
            }
        }
    }

    /// Takes 20 octets that already are a thumbprint, nil for any other number.
    public init?(octets: some Collection<UInt8>) {
        guard octets.count == 20 else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: octets) }
    }

    /// Reads 40 hexadecimal digits of either case, blanks and colons allowed.
    public init?(hexadecimal text: some StringProtocol) {
        guard let octets = Hexadecimal.octets(text) else { return nil }
        self.init(octets: octets)
    }

    /// The 20 octets.
    public var octets: [UInt8] { withUnsafeBytes(of: words) { Array($0[..<20]) } }

    /// Upper-case hexadecimal text, as Get-ExchangeCertificate prints it.
    public var hexadecimal: String {
        withOctets { Hexadecimal.string($0, upperCase: true) }
    }

    /// Appends ``hexadecimal`` to text that is being written.
    package func appendHexadecimal(to text: inout OctetText) {
        withOctets { Hexadecimal.append($0, upperCase: true, to: &text) }
    }

    private func withOctets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: words) { body(UnsafeRawBufferPointer(rebasing: $0[..<20])) }
    }

    /// Compares all 20 octets.
    public static func == (one: Self, other: Self) -> Bool {
        one.words.0 == other.words.0 && one.words.1 == other.words.1 && one.words.2 == other.words.2
    }

    /// Orders as the hexadecimal texts would be.
    public static func < (one: Self, other: Self) -> Bool {
        one.octets.lexicographicallyPrecedes(other.octets)
    }

    /// Feeds the first word only: a digest is already evenly spread.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}

extension Thumbprint: CustomStringConvertible {
    /// ``hexadecimal``.
    public var description: String { hexadecimal }
}
