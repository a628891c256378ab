/// A strict reader of DER elements over octets that somebody else owns.
///
/// Certificates are decoded by OpenSSL. This reader serves what OpenSSL has no template for (Microsoft's certificate
/// trust list) and what needs only the outer shape (where an element ends, which part was signed). Strict means:
/// definite lengths in their shortest form (X.690, 10.1) and single-octet tags.
package struct DERReader {
    /// One element: its tag, and where its content and the whole of it stand in the octets.
    package struct Element: Equatable {
        package let tag: UInt8
        package let content: Range<Int>
        package let whole: Range<Int>

        @inlinable @inline(__always)
        package init(tag: UInt8, content: Range<Int>, whole: Range<Int>) {
            self.tag = tag
            self.content = content
            self.whole = whole
        }
    }

    /// What is wrong with the octets, and at which offset.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let offset: Int
        package let reason: String

        package init(offset: Int, reason: String) {
            self.offset = offset
            self.reason = reason
        }

        /// Another tag stands where something is due, or the end.
        package init(expected what: String, at offset: Int, found tag: UInt8?) {
            let found = tag.map { "tag 0x" + Hexadecimal.string([$0]) } ?? "the end"
            self.init(offset: offset, reason: "expected \(what), found \(found)")
        }

        /// Something stands behind the last element.
        package init(leftAfter what: String, at offset: Int) {
            self.init(offset: offset, reason: "unexpected data after \(what)")
        }

        package var description: String { "\(reason) at offset \(offset)" }
    }

    package enum Tag {
        @inlinable package static var boolean: UInt8 { 0x01 }
        @inlinable package static var integer: UInt8 { 0x02 }
        @inlinable package static var bitString: UInt8 { 0x03 }
        @inlinable package static var octetString: UInt8 { 0x04 }
        @inlinable package static var null: UInt8 { 0x05 }
        @inlinable package static var objectIdentifier: UInt8 { 0x06 }
        @inlinable package static var utf8String: UInt8 { 0x0c }
        @inlinable package static var utcTime: UInt8 { 0x17 }
        @inlinable package static var generalizedTime: UInt8 { 0x18 }
        @inlinable package static var sequence: UInt8 { 0x30 }
        @inlinable package static var set: UInt8 { 0x31 }
        @inlinable package static func context(_ number: UInt8) -> UInt8 { 0xa0 | number }
    }

    @usableFromInline package let octets: [UInt8]
    @usableFromInline package internal(set) var position: Int
    @usableFromInline package let end: Int

    @inlinable package init(_ octets: [UInt8]) {
        self.init(octets, in: 0..<octets.count)
    }

    /// Reads the elements inside `range`, for example another element's content.
    @inlinable package init(_ octets: [UInt8], in range: Range<Int>) {
        self.octets = octets
        position = range.lowerBound
        end = range.upperBound
    }

    @inlinable package var isAtEnd: Bool { position >= end }

    /// The tag of the next element, nil at the end.
    @inlinable package var nextTag: UInt8? { isAtEnd ? nil : octets[position] }

    /// Reads the next element whatever its tag.
    @inlinable package mutating func next() throws(Failure) -> Element {
        let start = position
        guard let element = Self.element(in: octets, at: start, end: end) else {
            throw Failure(offset: start, reason: isAtEnd ? "the data ends too early" : "not a DER element")
        }
        position = element.whole.upperBound
        return element
    }

    /// Reads the next element, which must carry `tag`.
    package mutating func next(_ tag: UInt8, _ what: String) throws(Failure) -> Element {
        guard nextTag == tag else {
            throw Failure(expected: what, at: position, found: nextTag)
        }
        return try next()
    }

    /// Reads a BIT STRING that holds a signature, and says where its octets stand.
    ///
    /// None are there where it is no whole number of octets: no signature is then verified, as OpenSSL does it.
    package mutating func nextSignature() throws(Failure) -> Range<Int> {
        let bits = try next(Tag.bitString, "the signature").content
        guard let unused = bits.first, octets[unused] == 0 else { return bits.upperBound..<bits.upperBound }
        return bits.dropFirst()
    }

    /// A reader over one element's content.
    @inlinable package func inside(_ element: Element) -> DERReader {
        DERReader(octets, in: element.content)
    }

    /// Refuses anything that is left over.
    package func finish(_ what: String) throws(Failure) {
        guard isAtEnd else { throw Failure(leftAfter: what, at: position) }
    }

    /// The octets of a range.
    @inlinable package subscript(range: Range<Int>) -> ArraySlice<UInt8> { octets[range] }

    /// The element that starts at `start` and ends not after `end`, nil where there is none.
    @inlinable package static func element(in octets: [UInt8], at start: Int, end: Int) -> Element? {
        octets.withUnsafeBufferPointer { element(in: $0, at: start, end: min(end, $0.count)) }
    }

    /// The same in octets that are lent; `start` and `end` lie within them.
    @inlinable package static func element(in octets: UnsafeBufferPointer<UInt8>, at start: Int, end: Int)
        -> Element?
    {
        guard start + 2 <= end else { return nil }
        let tag = octets[start]
        guard tag & 0x1f != 0x1f else { return nil }
        let first = octets[start + 1]
        var content = start + 2
        var length = Int(first)
        if first >= 0x80 {
            let count = Int(first & 0x7f)
            guard (1...4).contains(count), content + count <= end, octets[content] != 0 else { return nil }
            length = 0
            for place in content..<(content + count) { length = length << 8 | Int(octets[place]) }
            guard length >= 0x80 else { return nil }
            content += count
        }
        guard length <= end - content else { return nil }
        return Element(tag: tag, content: content..<(content + length), whole: start..<(content + length))
    }
}
