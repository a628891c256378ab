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
        text.append("\r\n" as StaticString)
        fields = 0
    }

    /// Hands over the text so far.
    mutating func take() -> [UInt8] { text.take() }

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
        if fields > 0 { text.append(UInt8(ascii: ",")) }
        fields += 1
    }

    private mutating func append(_ field: String) {
        guard field.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
            return text.append(field)
        }
        text.append(UInt8(ascii: "\""))
        for octet in field.utf8 {
            if octet == UInt8(ascii: "\"") { text.append(octet) }
            text.append(octet)
        }
        text.append(UInt8(ascii: "\""))
    }
}
