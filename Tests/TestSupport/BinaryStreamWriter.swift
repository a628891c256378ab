/// Writes the records of .NET's BinaryFormatter (MS-NRBF) that tests need.
package struct BinaryStreamWriter {
    package private(set) var octets: [UInt8] = []

    /// Begins a stream whose root has an id.
    package init(root: Int32 = 1) {
        octet(0)
        for number in [root, -1, 1, 0] { int32(number) }
    }

    package mutating func octet(_ octet: UInt8) { octets.append(octet) }

    package mutating func append(_ more: [UInt8]) { octets += more }

    package mutating func int32(_ number: Int32) {
        for shift in stride(from: 0, to: 32, by: 8) {
            octets.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// A text with its length before it, seven bits an octet.
    package mutating func text(_ text: String) {
        var length = text.utf8.count
        while length >= 0x80 {
            octets.append(UInt8(length & 0x7f) | 0x80)
            length >>= 7
        }
        octets.append(UInt8(length))
        octets += text.utf8
    }

    package mutating func library(_ identifier: Int32, _ name: String) {
        octet(12)
        int32(identifier)
        text(name)
    }

    /// A class's description; its members' kinds, what they need, the library and the values follow.
    package mutating func classInfo(_ record: UInt8, _ identifier: Int32, _ name: String, _ members: [String])
    {
        octet(record)
        int32(identifier)
        text(name)
        int32(Int32(members.count))
        for member in members { text(member) }
    }

    /// An enumeration: a class with the one member `value__`.
    package mutating func enumeration(_ identifier: Int32, _ name: String, library: Int32, _ number: Int32) {
        classInfo(5, identifier, name, ["value__"])
        append([0, 8])
        int32(library)
        int32(number)
    }

    package mutating func reference(_ identifier: Int32) {
        octet(9)
        int32(identifier)
    }

    package mutating func string(_ identifier: Int32, _ text: String) {
        octet(6)
        int32(identifier)
        self.text(text)
    }

    package mutating func byteArray(_ identifier: Int32, _ content: [UInt8]) {
        octet(15)
        int32(identifier)
        int32(Int32(content.count))
        octet(2)
        octets += content
    }

    /// The record that ends a stream.
    package mutating func end() { octet(11) }
}
