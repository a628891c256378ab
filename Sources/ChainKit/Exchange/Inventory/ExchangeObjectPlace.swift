/// Where an object of an inventory was read.
public struct ExchangeObjectPlace: Sendable, Hashable {
    /// The file as the user named it.
    public let path: String
    /// The line, from 1.
    public let line: Int

    /// Names a line of a file.
    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}
