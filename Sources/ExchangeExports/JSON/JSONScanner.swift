import Octets

/// Reads JSON documents (RFC 8259), one or several one after another.
///
/// `JSONDecoder` would do for the syntax, but it gives members in no order, no line for anything, and nothing at all of
/// a document that breaks off. Here an array keeps what was complete before the defect.
struct JSONScanner: ~Copyable {
    /// What is wrong with a document.
    struct Defect: Error {
        let line: Int
        let column: Int
        let reason: String
    }

    /// The first defect; nothing is read behind it.
    private(set) var defect: Defect?
    let octets: [UInt8]
    let limits: ExportLimits
    var position = 0
    var line = 1
    private var lineStart = 0
    var values = 0
    /// Whether the value is one of octets, of which there are many in one value.
    var isWithinOctets = false
    /// Whether the elements of a document are being handed over.
    private var isInArray = false

    init(_ octets: [UInt8], limits: ExportLimits) {
        self.octets = octets
        self.limits = limits
    }

    /// The next document; nil at the end, and where nothing of it could be read.
    mutating func next() -> JSONValue? {
        skipBlanks()
        guard defect == nil, position < octets.count else { return nil }
        return value(depth: 0)
    }

    /// The next document, or the next element of one that is an array; nil as for ``next()``.
    ///
    /// An export is one array: its objects one by one take a fraction of the memory of all of them.
    mutating func nextElement() -> JSONValue? {
        skipBlanks()
        guard defect == nil else { return nil }
        guard position < octets.count else { return isInArray ? fail("the document breaks off") : nil }
        if !isInArray {
            guard current == UInt8(ascii: "[") else { return value(depth: 0) }
            values += 1
            isInArray = opens(until: UInt8(ascii: "]"))
            guard isInArray else { return .list([]) }
        }
        let element = value(depth: 1)
        if element != nil, defect == nil { isInArray = goesOn(until: UInt8(ascii: "]")) }
        return element
    }

    var current: UInt8? { position < octets.count ? octets[position] : nil }

    mutating func skipBlanks() {
        while let octet = current, octet == 0x20 || (0x09...0x0d).contains(octet) {
            position += 1
            if octet == UInt8(ascii: "\n") {
                line += 1
                lineStart = position
            }
        }
    }

    /// Notes a defect at the present place.
    mutating func fail(_ reason: String) -> JSONValue? {
        if defect == nil {
            defect = Defect(line: line, column: position - lineStart + 1, reason: reason)
        }
        return nil
    }

    mutating func value(depth: Int) -> JSONValue? {
        values += 1
        if values > limits.values { return fail("more than \(limits.values) values") }
        guard let first = current else { return fail("the document breaks off") }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if depth >= limits.depth { return fail("more than \(limits.depth) levels of nesting") }
            return first == UInt8(ascii: "{") ? object(depth: depth) : array(depth: depth)
        case UInt8(ascii: "\""): return string().map(JSONValue.text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: return word()
        }
    }

    private mutating func word() -> JSONValue? {
        for (word, value) in [("null", JSONValue.null), ("true", .flag(true)), ("false", .flag(false))]
        where octets[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        return fail("there is no value here")
    }

    private mutating func number() -> JSONValue? {
        let start = position
        while let octet = current, JSONNumber.mayHold(octet) { position += 1 }
        let text = octets[start..<position]
        if let value = JSONValue(number: text) { return value }
        position = start
        return fail("this is no number")
    }

    mutating func string() -> String? {
        let start = position
        position += 1
        var hasEscapes = false
        while let octet = current, octet != UInt8(ascii: "\"") {
            if octet == UInt8(ascii: "\\") {
                hasEscapes = true
                position += 1
            } else if octet == UInt8(ascii: "\n") {
                break
            }
            position += 1
        }
        guard current == UInt8(ascii: "\"") else {
            _ = fail(position < octets.count ? "a line ends within a string" : "the document breaks off")
            return nil
        }
        let body = octets[(start + 1)..<position]
        guard body.count <= limits.valueOctets,
            let text = hasEscapes ? JSONEscapes.removed(from: body)?[...].text : body.text
        else {
            position = start
            _ = fail(
                body.count > limits.valueOctets ? "a string is too long" : "a string has an invalid escape"
            )
            return nil
        }
        position += 1
        return text
    }
}

extension JSONScanner {
    /// Steps over a comma; whether another element follows.
    mutating func goesOn(until end: UInt8) -> Bool {
        skipBlanks()
        switch current {
        case UInt8(ascii: ","):
            position += 1
            skipBlanks()
            return true
        case end: position += 1
        case nil: _ = fail("the document breaks off")
        default: _ = fail("a comma is missing")
        }
        return false
    }

    /// Steps over an opening bracket; whether there is anything in it.
    mutating func opens(until end: UInt8) -> Bool {
        position += 1
        skipBlanks()
        guard current == end else { return true }
        position += 1
        return false
    }

    /// Reads an array, as far as it is whole.
    mutating func array(depth: Int) -> JSONValue? {
        var elements = JSONElements()
        if opens(until: UInt8(ascii: "]")) {
            repeat {
                guard let element = value(depth: depth + 1) else { break }
                if elements.append(element), isWithinOctets { values -= 1 }
            } while goesOn(until: UInt8(ascii: "]"))
        }
        // Half of a byte array is worth nothing.
        return defect == nil ? elements.value : elements.list.map(JSONValue.list)
    }

    /// Reads an object, as far as it is whole.
    mutating func object(depth: Int) -> JSONValue? {
        var object = JSONValue.Object(line: line)
        if opens(until: UInt8(ascii: "}")) {
            repeat {
                guard current == UInt8(ascii: "\"") else {
                    _ = fail(current == nil ? "the document breaks off" : "a member's name is missing")
                    break
                }
                guard let name = string() else { break }
                skipBlanks()
                guard current == UInt8(ascii: ":") else {
                    _ = fail(current == nil ? "the document breaks off" : "a colon is missing")
                    break
                }
                position += 1
                skipBlanks()
                // The name alone tells whose document it is that breaks off.
                let isOutside = !isWithinOctets
                isWithinOctets = isWithinOctets || OctetList.isOctets(name)
                let value = value(depth: depth + 1)
                if isOutside { isWithinOctets = false }
                object.members.append(JSONValue.Member(name: name, value: value ?? .null))
                if value == nil { break }
            } while goesOn(until: UInt8(ascii: "}"))
        }
        object.isComplete = defect == nil
        return .object(object)
    }
}

extension JSONValue {
    /// Reads a number; nil where the grammar does not allow it.
    init?(number text: ArraySlice<UInt8>) {
        guard JSONNumber.end(of: text) == text.endIndex else { return nil }
        self = Int64(text.text).map(JSONValue.integer) ?? .number(text.text)
    }
}
