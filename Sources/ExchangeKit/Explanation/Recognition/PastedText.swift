/// What somebody pasted: its passages, in order.
struct PastedText: Sendable {
    let passages: [Passage]

    /// Longest text that is looked at; a pasted report is a thousandth of it.
    static let limit = 1 << 20

    init(_ text: String) {
        let lines = Self.unescaped(text).utf8.prefix(Self.limit).split { $0 == 0x0a || $0 == 0x0d }
        var passages: [Passage] = []
        var current: [UInt8] = []
        for line in lines {
            let words = Self.collapsed(line)
            guard !words.isEmpty else { continue }
            if !current.isEmpty, RecordStart.begins(words) {
                passages.append(Passage(current))
                current = []
            }
            if !current.isEmpty { current.append(0x20) }
            current += words
        }
        if !current.isEmpty { passages.append(Passage(current)) }
        self.passages = passages
    }

    /// What HTML and Markdown make of angle brackets, stars and quotation marks, undone.
    private static func unescaped(_ text: String) -> String {
        // A line of a log has none, and looking for each costs a third of the whole explanation.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\") || $0 >= 0x80 })
        else { return text }
        var text = text
        for (escape, character) in escapes where text.contains(escape) {
            text = text.split(separator: escape, omittingEmptySubsequences: false)
                .joined(separator: character)
        }
        return text
    }

    private static let escapes = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"), ("\\<", "<"),
        ("\\>", ">"), ("\\*", "*"), ("\u{a0}", " "), ("\u{201c}", "\""), ("\u{201d}", "\""),
        ("\u{2018}", "'"),
        ("\u{2019}", "'"), ("\u{feff}", ""),
    ]

    /// Without blanks at the ends, and none beside another.
    private static func collapsed(_ line: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        for octet in line {
            let isBlank = octet == 0x20 || octet == 0x09 || octet == 0
            if !isBlank {
                output.append(octet)
            } else if let last = output.last, last != 0x20 {
                output.append(0x20)
            }
        }
        if output.last == 0x20 { output.removeLast() }
        return output
    }
}

/// Tells the lines with which something new begins: a reply, a date.
enum RecordStart {
    static func begins(_ line: [UInt8]) -> Bool {
        let start = line.firstIndex { $0 != UInt8(ascii: ">") && $0 != 0x20 && $0 != UInt8(ascii: "-") } ?? 0
        let shape = line[start...].prefix(12).map { OctetRuns.isDigit($0) ? UInt8(ascii: "9") : $0 }
        return shapes.contains { shape.starts(with: $0) }
    }

    /// A reply code, an enhanced code, an ISO date, and dates as Windows writes them, a nine for each digit.
    private static let shapes = [
        "999 9.9.9", "999-9.9.9", "9.9.9 ", "9999-99-99", "99.99.9999", "9/9/9999", "99/9/9999", "9/99/9999",
        "99/99/9999",
        "9999/99/99", "event ", "Event ID", "EventID",
    ].map { Array($0.utf8) }
}
