/// Puts content into DER elements: what is made to be judged, and what is taken apart and put together again.
package enum DERFraming {
    /// The tag and length of a SEQUENCE (X.690, 10.1).
    package static func sequence(contentLength: Int) -> [UInt8] {
        header(DERReader.Tag.sequence, contentLength: contentLength)
    }

    /// One element.
    package static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        header(tag, contentLength: content.count) + content
    }

    /// A SEQUENCE of whole elements.
    package static func sequence(_ elements: [UInt8]...) -> [UInt8] {
        element(DERReader.Tag.sequence, elements.flatMap { $0 })
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
