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
