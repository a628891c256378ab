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

/// The elements of an array, as octets for as long as all of them are.
struct JSONElements {
    private var octets: [UInt8] = []
    private var others: [JSONValue]?

    /// Takes an element; whether it took an octet of room only.
    mutating func append(_ element: JSONValue) -> Bool {
        if others == nil, case .integer(let number) = element, let octet = UInt8(exactly: number) {
            octets.append(octet)
            return true
        }
        others = list ?? []
        others?.append(element)
        octets = []
        return false
    }

    /// The array.
    var value: JSONValue { others.map(JSONValue.list) ?? (octets.isEmpty ? .list([]) : .octets(octets)) }

    /// The elements one by one; nil where they are octets.
    var list: [JSONValue]? { others ?? (octets.isEmpty ? nil : octets.map { .integer(Int64($0)) }) }
}
