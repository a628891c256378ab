/// Writes the tag and length in front of an element's content.
enum DERHeader {
    static func sequence(contentLength: Int) -> [UInt8] {
        guard contentLength >= 0x80 else { return [DERReader.Tag.sequence, UInt8(contentLength)] }
        var length: [UInt8] = []
        var rest = contentLength
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [DERReader.Tag.sequence, 0x80 | UInt8(length.count)] + length
    }
}
