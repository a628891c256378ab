/// A line of comma-separated values (RFC 4180).
struct CSVLine: ~Copyable {
    private var text: OctetText
    /// How many fields the line has so far.
    private(set) var fields = 0

    init() { text = OctetText() }

    /// Goes on after lines that are written already.
    init(after text: consuming OctetText) { self.text = text }

    /// Hands the text over.
    consuming func handOver() -> OctetText { text }

    /// The text so far, in UTF-8.
    var octets: [UInt8] { text.octets }

    /// Adds a field of text that comes from anywhere.
    ///
    /// A spreadsheet takes a field that begins with one of these characters for a formula and runs it, so an
    /// apostrophe goes before it (OWASP, CSV Injection). What does not print is escaped as on a terminal, so a field
    /// never holds a line end.
    mutating func add(_ text: String?) {
        addField { if let text { $0.append(safe: text) } }
    }

    /// Adds a field whose text stands in pieces and is digits, letters and dashes.
    mutating func add(_ append: (inout OctetText) -> Void) {
        separate()
        append(&text)
    }

    /// Adds a number, which is never taken for a formula.
    mutating func add(_ number: Int?) {
        add { text in
            guard let number else { return }
            if number < 0 { text.append(UInt8(ascii: "-")) }
            text.append(decimal: UInt64(number.magnitude))
        }
    }

    /// Adds several texts in one field.
    ///
    /// Each is made safe on its own: where the semicolon is the list separator of the land, a spreadsheet splits
    /// there.
    mutating func add(_ texts: some Sequence<String>) {
        addField { line in
            var isFirst = true
            for text in texts {
                if !isFirst { line.text.append("; " as StaticString) }
                isFirst = false
                line.append(safe: text)
            }
        }
    }

    /// Leaves fields empty until so many are there.
    mutating func skip(to count: Int) {
        while fields < count { separate() }
    }

    /// Ends the line.
    mutating func end() {
        text.append("\r\n" as StaticString)
        fields = 0
    }

    /// Hands over the text so far.
    mutating func take() -> [UInt8] { text.take() }

    private mutating func append(safe text: String) {
        if Self.isFormula(text) { self.text.append(UInt8(ascii: "'")) }
        if !self.text.append(plain: text) { self.text.append(PrintableText.escape(text)) }
    }

    private static func isFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            true
        // The first octet of the wide forms of the first four.
        case 0xef:
            switch text.unicodeScalars.first {
            case "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": true
            default: false
            }
        default: false
        }
    }

    private mutating func separate() {
        if fields > 0 { text.append(UInt8(ascii: ",")) }
        fields += 1
    }

    /// Adds a field that is written as if it needed no quotation marks, and gets them when it does.
    private mutating func addField(_ write: (inout CSVLine) -> Void) {
        separate()
        let start = text.count
        write(&self)
        let needsQuotes = text.withOctets { text in
            text[start...].contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        }
        if needsQuotes { quote(text.takeBack(from: start)) }
    }

    private mutating func quote(_ field: [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for octet in field {
            if octet == UInt8(ascii: "\"") { text.append(octet) }
            text.append(octet)
        }
        text.append(UInt8(ascii: "\""))
    }
}
