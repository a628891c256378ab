/// Writes the tag and length in front of an element's content.
enum DERHeader {
    static func sequence(contentLength: Int) -> [UInt8] {
        header(DERReader.Tag.sequence, contentLength: contentLength)
    }

    /// A whole element.
    static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        header(tag, contentLength: content.count) + content
    }

    private static func header(_ tag: UInt8, contentLength: Int) -> [UInt8] {
        guard contentLength >= 0x80 else { return [tag, UInt8(contentLength)] }
        var length: [UInt8] = []
        var rest = contentLength
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [tag, 0x80 | UInt8(length.count)] + length
    }
}
