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
