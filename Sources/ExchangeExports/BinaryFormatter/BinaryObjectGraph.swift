/// What a stream of .NET's BinaryFormatter holds: objects by id, named members, nothing brought to life.
struct BinaryObjectGraph {
    /// The id of the object that was serialized.
    var root: Int32
    /// All objects by id.
    var objects: [Int32: BinaryObject] = [:]

    /// The instance of a class that a value stands for.
    func instance(_ value: BinaryValue?) -> BinaryInstance? {
        if case .instance(let instance) = object(value) { instance } else { nil }
    }

    /// The whole number that a value stands for: a primitive, or an enumeration, which is a class with the one member
    /// `value__`.
    func integer(_ value: BinaryValue?) -> Int64? {
        if case .integer(let number) = value { return number }
        if case .integer(let number) = instance(value)?["value__"] { return number }
        return nil
    }

    /// The truth value that a value stands for.
    func flag(_ value: BinaryValue?) -> Bool? { if case .flag(let flag) = value { flag } else { nil } }

    /// The text that a value stands for.
    func text(_ value: BinaryValue?) -> String? {
        if case .text(let text) = object(value) { text } else { nil }
    }

    /// The octets that a value stands for.
    func octets(_ value: BinaryValue?) -> [UInt8]? {
        if case .octets(let octets) = object(value) { octets } else { nil }
    }

    /// The items that a value stands for.
    func items(_ value: BinaryValue?) -> [BinaryValue]? {
        if case .items(let items) = object(value) { items } else { nil }
    }

    private func object(_ value: BinaryValue?) -> BinaryObject? {
        if case .reference(let identifier) = value { objects[identifier] } else { nil }
    }
}

/// The value of a member or an array's item.
enum BinaryValue: Hashable {
    case null
    case flag(Bool)
    case integer(Int64)
    /// An object that may stand before or after.
    case reference(Int32)
    /// A primitive that nobody asks for.
    case other
}

/// An object with an id.
enum BinaryObject: Hashable {
    case instance(BinaryInstance)
    case text(String)
    case octets([UInt8])
    case items([BinaryValue])
}

/// An instance of a class.
struct BinaryInstance: Hashable {
    let shape: BinaryClass
    /// As many as the class has members, in their order.
    let values: [BinaryValue]

    /// The value of a member by its name; base classes' members are told apart by `Base+name`, ours has none.
    subscript(member: String) -> BinaryValue? {
        shape.members.firstIndex { $0.name == member }.map { values[$0] }
    }
}

/// A class as the stream describes it (MS-NRBF, 2.3.1.1).
struct BinaryClass: Hashable {
    let name: String
    let members: [Member]

    /// A field of the class.
    struct Member: Hashable {
        let name: String
        let type: BinaryMemberType
    }
}
