/// Reads strict DER from octets that are lent for the time of a call, and says little of what is wrong.
///
/// The readers of what is plain run over every certificate and leave whatever is not plain to OpenSSL: most need no reason,
/// and an array that is passed along costs them two reference counts for each element.
package struct LentDERReader {
    @usableFromInline package let octets: UnsafeBufferPointer<UInt8>
    @usableFromInline package internal(set) var position: Int
    @usableFromInline package let end: Int

    @inlinable package init(_ octets: UnsafeBufferPointer<UInt8>) {
        self.init(octets, in: 0..<octets.count)
    }

    @inlinable init(_ octets: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.octets = octets
        position = range.lowerBound
        end = range.upperBound
    }

    @inlinable package var isAtEnd: Bool { position >= end }

    /// The tag of the next element, nil at the end.
    @inlinable package var nextTag: UInt8? { isAtEnd ? nil : octets[position] }

    /// Reads the next element whatever its tag; nil where there is none.
    @inlinable @inline(__always)
    package mutating func next() -> DERReader.Element? {
        guard let element = DERReader.element(in: octets, at: position, end: end) else { return nil }
        position = element.whole.upperBound
        return element
    }

    /// Reads the next element, nil where it does not carry `tag`.
    @inlinable @inline(__always)
    package mutating func next(_ tag: UInt8) -> DERReader.Element? {
        guard nextTag == tag else { return nil }
        return next()
    }

    /// Reads the next element, which must carry `tag`, or says what stands in its place.
    @inlinable @inline(__always)
    package mutating func next(_ tag: UInt8, _ what: StaticString) throws(DERReader.Failure)
        -> DERReader.Element
    {
        guard let element = next(tag) else { throw complaint(tag, what) }
        return element
    }

    /// Refuses anything that is left over.
    @inlinable package func finish(_ what: StaticString) throws(DERReader.Failure) {
        guard isAtEnd else { throw leftover(after: what) }
    }

    @usableFromInline
    func complaint(_ tag: UInt8, _ what: StaticString) -> DERReader.Failure {
        nextTag == tag
            ? DERReader.Failure(offset: position, reason: "not a DER element")
            : DERReader.Failure(expected: what.description, at: position, found: nextTag)
    }

    @usableFromInline
    func leftover(after what: StaticString) -> DERReader.Failure {
        DERReader.Failure(leftAfter: what.description, at: position)
    }

    /// Reads the next element, which must carry `tag`, and gives a reader over its content.
    @inlinable package mutating func enter(_ tag: UInt8) -> LentDERReader? {
        guard let element = next(tag) else { return nil }
        return inside(element)
    }

    /// A reader over one element's content.
    @inlinable package func inside(_ element: DERReader.Element) -> LentDERReader {
        LentDERReader(octets, in: element.content)
    }

    /// A reader over a part of the octets.
    @inlinable package func inside(_ range: Range<Int>) -> LentDERReader {
        LentDERReader(octets, in: range)
    }

    /// The octets of a range.
    @inlinable package subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: octets[range])
    }
}
