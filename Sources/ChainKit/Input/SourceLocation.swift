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
