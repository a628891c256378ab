/// A distinguished name read from its text in .NET's rendering, or from what somebody took for it.
public struct DotNetName: Sendable, Hashable {
    /// One attribute of a relative name.
    public struct Attribute: Sendable, Hashable {
        /// The type as written: `CN`, `S`, `OID.1.2.3`.
        public let type: String
        /// The value without quotes.
        public let value: String
    }

    /// What stands between two commas; several attributes where the relative name has several.
    public struct RelativeName: Sendable, Hashable {
        /// The attributes in the order of the text.
        public let attributes: [Attribute]
        /// The text, without blanks around it.
        public let text: String
    }

    /// The relative names in the order of the text, which for .NET is the last first; none for a name without any.
    public let relativeNames: [RelativeName]

    /// Reads a name, nil for text that is none.
    ///
    /// Values in quotes may hold anything, a quote being doubled. Where a comma stands in a value without quotes, what
    /// follows is taken for the value's rest, because it names no type.
    public init?(_ text: String) { self.init(text, dialect: .dotNet) }

    init?(_ text: String, dialect: DotNetNameReader.Dialect) {
        var reader = DotNetNameReader(text, dialect: dialect)
        guard let names = reader.read() else { return nil }
        relativeNames = names
    }

    /// The name as .NET would write it, types left as they are.
    var rendered: String {
        relativeNames.map { name in
            name.attributes.map { "\($0.type)=\(DotNetText.quoted($0.value))" }
                .joined(separator: " + ")
        }.joined(separator: ", ")
    }
}
