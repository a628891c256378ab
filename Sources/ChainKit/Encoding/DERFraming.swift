/// Puts content into DER elements: what is made to be judged and cannot be read from anywhere.
enum DERFraming {
    /// One element with the shortest length.
    static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        var length: [UInt8] = []
        var rest = content.count
        repeat {
            length.insert(UInt8(rest & 0xff), at: 0)
            rest >>= 8
        } while rest > 0
        let header = content.count < 0x80 ? length : [0x80 | UInt8(length.count)] + length
        return [tag] + header + content
    }

    /// A SEQUENCE of whole elements.
    static func sequence(_ elements: [UInt8]...) -> [UInt8] {
        element(DERReader.Tag.sequence, elements.flatMap { $0 })
    }

    /// An OBJECT IDENTIFIER in dotted text; nothing for text that is none.
    static func identifier(_ identifier: ObjectIdentifier) -> [UInt8] {
        element(DERReader.Tag.objectIdentifier, identifier.derContent)
    }
}
