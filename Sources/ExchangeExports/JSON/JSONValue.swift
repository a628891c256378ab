/// A value of a JSON document, with what an export needs and `JSONDecoder` does not keep: the order of members, and
/// the line.
indirect enum JSONValue: Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int64)
    /// A number that is no 64-bit integer, as written.
    case number(String)
    case text(String)
    /// An array of numbers below 256 alone: a byte array takes an octet each, however it is meant.
    case octets([UInt8])
    case list([JSONValue])
    case object(Object)

    /// An object.
    struct Object: Sendable, Hashable {
        var members: [Member] = []
        let line: Int
        /// Whether the closing brace was there.
        var isComplete = false

        /// The value of a name in its own case.
        subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }
    }

    /// A name and its value.
    struct Member: Sendable, Hashable {
        let name: String
        let value: JSONValue
    }
}
