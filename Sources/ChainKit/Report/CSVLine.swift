/// A line of comma-separated values (RFC 4180).
struct CSVLine {
    private(set) var octets: [UInt8] = []
    /// How many fields the line has so far.
    private(set) var fields = 0

    /// Adds a field of text that comes from anywhere.
    ///
    /// A spreadsheet takes a field that begins with one of these characters for a formula and runs it, so an
    /// apostrophe goes before it (OWASP, CSV Injection). What does not print is escaped as on a terminal, so a field
    /// never holds a line end.
    mutating func add(_ text: String?) {
        separate()
        if let text { append(Self.safe(text)) }
    }

    /// Adds a number, which is never taken for a formula.
    mutating func add(_ number: Int?) {
        separate()
        if let number { append(String(number)) }
    }

    /// Adds several texts in one field.
    ///
    /// Each is made safe on its own: where the semicolon is the list separator of the land, a spreadsheet splits
    /// there.
    mutating func add(_ texts: [String]) {
        separate()
        append(texts.map(Self.safe).joined(separator: "; "))
    }

    /// Leaves fields empty until so many are there.
    mutating func skip(to count: Int) {
        while fields < count { separate() }
    }

    /// Ends the line.
    mutating func end() {
        octets += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        fields = 0
    }

    /// Hands over the text so far.
    mutating func take() -> [UInt8] {
        defer { octets.removeAll(keepingCapacity: true) }
        return octets
    }

    private static func safe(_ text: String) -> String {
        let printable = PrintableText.escape(text)
        return isFormula(text) ? "'" + printable : printable
    }

    private static func isFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": true
        default: false
        }
    }

    private mutating func separate() {
        if fields > 0 { octets.append(UInt8(ascii: ",")) }
        fields += 1
    }

    private mutating func append(_ text: String) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
            octets += text.utf8
            return
        }
        octets.append(UInt8(ascii: "\""))
        for octet in text.utf8 {
            if octet == UInt8(ascii: "\"") { octets.append(octet) }
            octets.append(octet)
        }
        octets.append(UInt8(ascii: "\""))
    }
}
