/// Reads strict DER from octets that are lent for the time of a call, and says nothing of what is wrong.
///
/// The readers of what is plain run over every certificate and leave whatever is not plain to OpenSSL: they need no reason, and
/// an array that is passed along costs them two reference counts for each element.
struct LentDERReader {
    let octets: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    let end: Int

    init(_ octets: UnsafeBufferPointer<UInt8>) {
        self.init(octets, in: 0..<octets.count)
    }

    private init(_ octets: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.octets = octets
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position >= end }

    /// The tag of the next element, nil at the end.
    var nextTag: UInt8? { isAtEnd ? nil : octets[position] }

    /// Reads the next element whatever its tag; nil where there is none.
    mutating func next() -> DERReader.Element? {
        guard let element = DERReader.element(in: octets, at: position, end: end) else { return nil }
        position = element.whole.upperBound
        return element
    }

    /// Reads the next element, nil where it does not carry `tag`.
    mutating func next(_ tag: UInt8) -> DERReader.Element? {
        guard nextTag == tag else { return nil }
        return next()
    }

    /// Reads the next element, which must carry `tag`, and gives a reader over its content.
    mutating func enter(_ tag: UInt8) -> LentDERReader? {
        guard let element = next(tag) else { return nil }
        return inside(element)
    }

    /// A reader over one element's content.
    func inside(_ element: DERReader.Element) -> LentDERReader {
        LentDERReader(octets, in: element.content)
    }

    /// Reads an OBJECT IDENTIFIER; nil where an arc is not in its shortest form or does not end (X.690, 8.19.2), which
    /// OpenSSL refuses.
    mutating func nextIdentifier() -> ObjectIdentifier? {
        guard let content = next(DERReader.Tag.objectIdentifier)?.content, !content.isEmpty else {
            return nil
        }
        var isFirst = true
        for place in content {
            let octet = octets[place]
            guard !isFirst || octet != 0x80 else { return nil }
            isFirst = octet < 0x80
        }
        return isFirst ? ObjectIdentifier(derContent: self[content]) : nil
    }

    /// The octets of a range.
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: octets[range])
    }
}
