/// Why a stream of .NET's BinaryFormatter (MS-NRBF) cannot be read; offsets count octets from its start.
package enum BinaryFormatterError: Error, Sendable, Hashable {
    /// The octets do not begin with a header of version 1.0.
    case noStream
    /// The frame of payload signing is damaged: its length, nil where that is cut off, and how many octets follow it.
    case badFrame(length: Int32?, left: Int)
    /// Something is longer than what is left, or the end comes before the record that marks it.
    case cutOff(offset: Int)
    /// A record of a type that no serialized certificate holds.
    case unknownRecord(type: UInt8, offset: Int)
    /// A type of a member or an array that the format does not have or that cannot stand there.
    case unknownType(UInt8, offset: Int)
    /// A class that no earlier record describes.
    case unknownClass(offset: Int)
    /// More records, values or records in one another than a serialized certificate has.
    case tooLarge(offset: Int)
    /// The stream holds something else than a certificate of Exchange's.
    case otherObject(type: String)

    /// What is wrong, lower case, no full stop.
    package var reason: String {
        switch self {
        case .noStream: "no stream of .NET's BinaryFormatter"
        case .badFrame(nil, _): "the signed frame is cut off"
        case .badFrame(let length?, let left): "the signed frame names \(length) octets and \(left) follow"
        case .cutOff(let offset): "cut off at octet \(offset)"
        case .unknownRecord(let type, let offset): "a record of unknown type \(type) at octet \(offset)"
        case .unknownType(let type, let offset): "an unknown type \(type) at octet \(offset)"
        case .unknownClass(let offset): "a class that was not described at octet \(offset)"
        case .tooLarge(let offset): "more than a certificate can hold at octet \(offset)"
        case .otherObject(let type): type.isEmpty ? "no object" : "an object of type \(type)"
        }
    }
}
