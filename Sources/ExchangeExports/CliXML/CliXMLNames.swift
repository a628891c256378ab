/// Names that occur over and over, each kept once.
struct CliXMLNames {
    /// Different names kept; the properties of all of Exchange's objects are some thousands.
    private static let room = 10_000
    private static let deserialized = Array("Deserialized.".utf8)
    private var names: Set<String> = []

    /// A .NET type name as kept, without what remoting puts before it.
    mutating func name(ofType octets: [UInt8]) -> String {
        name(octets.starts(with: Self.deserialized) ? octets[Self.deserialized.count...] : octets[...])
    }

    /// The name as kept, with its escapes undone.
    mutating func name(_ octets: some Collection<UInt8>) -> String {
        let name = CliXMLText.decode(octets)
        // A short name stands in the string itself.
        if name.utf8.count < 16 { return name }
        if let index = names.firstIndex(of: name) { return names[index] }
        if names.count < Self.room { names.insert(name) }
        return name
    }
}

extension String {
    /// A name from outside as far as a message has room for it.
    var abridged: String { utf8.count > 80 ? prefix(60) + "..." : self }
}
