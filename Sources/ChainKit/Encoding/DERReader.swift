/// A strict reader of DER elements over octets that somebody else owns.
///
/// Certificates are decoded by OpenSSL. This reader serves what OpenSSL has no template for (Microsoft's certificate
/// trust list) and what needs only the outer shape (where an element ends, which part was signed). Strict means:
/// definite lengths in their shortest form (X.690, 10.1) and single-octet tags.
package struct DERReader {
    /// One element: its tag, and where its content and the whole of it stand in the octets.
    struct Element: Equatable {
        let tag: UInt8
        let content: Range<Int>
        let whole: Range<Int>
    }

    /// What is wrong with the octets, and at which offset.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        let offset: Int
        let reason: String
        package var description: String { "\(reason) at offset \(offset)" }
    }

    enum Tag {
        static let boolean: UInt8 = 0x01
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let null: UInt8 = 0x05
        static let objectIdentifier: UInt8 = 0x06
        static let utf8String: UInt8 = 0x0c
        static let utcTime: UInt8 = 0x17
        static let generalizedTime: UInt8 = 0x18
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        static func context(_ number: UInt8) -> UInt8 { 0xa0 | number }
    }

    let octets: [UInt8]
    private(set) var position: Int
    let end: Int

    init(_ octets: [UInt8]) {
        self.init(octets, in: 0..<octets.count)
    }

    /// Reads the elements inside `range`, for example another element's content.
    init(_ octets: [UInt8], in range: Range<Int>) {
        self.octets = octets
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position >= end }

    /// The tag of the next element, nil at the end.
    var nextTag: UInt8? { isAtEnd ? nil : octets[position] }

    /// Reads the next element whatever its tag.
    mutating func next() throws(Failure) -> Element {
        let start = position
        guard let element = Self.element(in: octets, at: start, end: end) else {
            throw Failure(offset: start, reason: isAtEnd ? "the data ends too early" : "not a DER element")
        }
        position = element.whole.upperBound
        return element
    }

    /// Reads the next element, which must carry `tag`.
    mutating func next(_ tag: UInt8, _ what: String) throws(Failure) -> Element {
        guard nextTag == tag else {
            let found = nextTag.map { "tag 0x" + Hexadecimal.string([$0]) } ?? "the end"
            throw Failure(offset: position, reason: "expected \(what), found \(found)")
        }
        return try next()
    }

    /// Reads a BIT STRING that holds a signature, and says where its octets stand.
    ///
    /// None are there where it is no whole number of octets: no signature is then verified, as OpenSSL does it.
    mutating func nextSignature() throws(Failure) -> Range<Int> {
        let bits = try next(Tag.bitString, "the signature").content
        guard let unused = bits.first, octets[unused] == 0 else { return bits.upperBound..<bits.upperBound }
        return bits.dropFirst()
    }

    /// A reader over one element's content.
    func inside(_ element: Element) -> DERReader {
        DERReader(octets, in: element.content)
    }

    /// Refuses anything that is left over.
    func finish(_ what: String) throws(Failure) {
        guard isAtEnd else { throw Failure(offset: position, reason: "unexpected data after \(what)") }
    }

    /// The octets of a range.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> { octets[range] }

    /// The element that starts at `start` and ends not after `end`, nil where there is none.
    static func element(in octets: [UInt8], at start: Int, end: Int) -> Element? {
        octets.withUnsafeBufferPointer { element(in: $0, at: start, end: min(end, $0.count)) }
    }

    /// The same in octets that are lent; `start` and `end` lie within them.
    static func element(in octets: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Element? {
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
