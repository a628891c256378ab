import ChainKit
import Octets

// Why by hand: JSONEncoder was measured at ten to twenty-five times the cost, sorts or loses the order of keys, and
// cannot write a document whose parts arrive one by one. What is written here is RFC 8259, with every character
// that does not print escaped, so that a report shown on a terminal cannot move its cursor.
//
// Why inlined: a certificate's line has 130 keys and 100 brackets. Where a key is a constant to the compiler, writing it is
// fifteen instructions with nothing called, and seventy otherwise.

/// JSON being written, keys in the order of the calls.
struct JSONText: ~Copyable {
    private var text: OctetText
    private var needsComma = false

    init() { text = OctetText() }

    /// Goes on after text that is written already.
    init(after text: consuming OctetText) { self.text = text }

    /// Hands the text over.
    consuming func handOver() -> OctetText { text }

    /// The text so far, in UTF-8.
    var octets: [UInt8] { text.octets }

    /// Begins a document on a line of its own.
    mutating func startLine() { needsComma = false }

    // MARK: - Values

    @inline(__always)
    mutating func object(_ members: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    /// By place, where an iterator would copy each element.
    @inline(__always)
    mutating func array<Elements: Collection>(
        _ elements: Elements,
        _ write: (inout JSONText, Elements.Element) -> Void
    ) {
        open(UInt8(ascii: "["))
        for place in elements.indices { write(&self, elements[place]) }
        close(UInt8(ascii: "]"))
    }

    @inline(__always)
    mutating func string(_ string: String) {
        separate()
        JSONString.append(string, to: &text)
    }

    /// A constant whose characters need no escape.
    @inline(__always)
    mutating func string(plain text: StaticString) { quoted { $0.append(text) } }

    /// Text whose octets are at hand and may be no UTF-8.
    mutating func string(_ octets: [UInt8]) {
        separate()
        JSONString.append(octets, to: &text)
    }

    mutating func number(_ number: Int) {
        separate()
        if number < 0 { text.append(UInt8(ascii: "-")) }
        text.append(decimal: UInt64(number.magnitude))
    }

    @inline(__always)
    mutating func boolean(_ value: Bool) {
        separate()
        if value { text.append("true" as StaticString) } else { text.append("false" as StaticString) }
    }

    @inline(__always)
    mutating func null() {
        separate()
        text.append("null" as StaticString)
    }

    /// Takes JSON that is one value already.
    mutating func value(_ json: [UInt8]) {
        separate()
        text.append(json)
    }

    // MARK: - Members of an object

    @inline(__always)
    mutating func key(_ name: StaticString) {
        text.append(key: name, isFirst: !needsComma)
        needsComma = false
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ digest: SHA256Digest) {
        key(name)
        quoted { digest.appendHexadecimal(to: &$0) }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ thumbprint: Thumbprint) {
        key(name)
        quoted { thumbprint.appendHexadecimal(to: &$0) }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ identifier: ObjectIdentifier) {
        key(name)
        quoted { identifier.appendDotted(to: &$0) }
    }

    /// A member whose text stands in pieces.
    @inline(__always)
    mutating func textMember(_ name: StaticString, _ append: (inout OctetText) -> Void) {
        key(name)
        quoted(append)
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ instant: Instant?) {
        key(name)
        if let instant { quoted { instant.appendRFC3339(to: &$0) } } else { null() }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { number(value) } else { null() }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ value: Bool?) {
        key(name)
        if let value { boolean(value) } else { null() }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ texts: [String]?) {
        key(name)
        if let texts { array(texts) { $0.string($1) } } else { null() }
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ members: (inout JSONText) -> Void) {
        key(name)
        object(members)
    }

    @inline(__always)
    mutating func member<Elements: Collection>(
        _ name: StaticString,
        array elements: Elements,
        _ write: (inout JSONText, Elements.Element) -> Void
    ) {
        key(name)
        array(elements, write)
    }

    // MARK: - Pieces of a document that arrives in parts

    /// A line end; between values only, where it means nothing.
    @inline(__always)
    mutating func newline() { text.append(UInt8(ascii: "\n")) }

    @inline(__always)
    mutating func open(_ bracket: UInt8) {
        separate()
        text.append(bracket)
        needsComma = false
    }

    @inline(__always)
    mutating func close(_ bracket: UInt8) {
        text.append(bracket)
        needsComma = true
    }

    /// Hands over the text so far and goes on after it.
    mutating func take() -> [UInt8] { text.take() }

    /// A string whose characters need no escape or are escaped already.
    @inline(__always)
    private mutating func quoted(_ append: (inout OctetText) -> Void) {
        separate()
        text.append(UInt8(ascii: "\""))
        append(&text)
        text.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { text.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
