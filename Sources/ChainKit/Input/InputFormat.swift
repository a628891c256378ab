/// A format that is told by how its octets begin, and is neither DER nor text that holds such.
///
/// PEM, DER and base64 may stand anywhere and in each other: `ContentReader` looks for them first. Documentation/Extending.md
/// says how another format is added.
protocol InputFormat: SendableMetatype {
    /// Takes what octets hold, or says why nothing is taken; nil, with nothing taken, where they are in another format.
    ///
    /// - Parameters:
    ///   - octets: the whole file.
    ///   - collector: what is found goes there, and so does what is wrong with it.
    /// - Returns: what kind of file it is.
    static func read(_ octets: [UInt8], into collector: inout ContentCollector) -> FileKind?
}

/// Every such format, in the order in which they are tried.
enum InputFormatRegistry {
    static let all: [any InputFormat.Type] = [SerializedStore.self, JavaKeyStore.self]

    /// What the first that knows the octets makes of them; nil where none does.
    static func read(_ octets: [UInt8], into collector: inout ContentCollector) -> FileKind? {
        for format in all {
            if let kind = format.read(octets, into: &collector) { return kind }
        }
        return nil
    }
}
