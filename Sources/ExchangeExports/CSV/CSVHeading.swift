/// What stands before the records of `Export-Csv`: the type's name if it is there, and the names of the properties.
struct CSVHeading: Sendable {
    /// The type's name without `Deserialized.`, nil where there is none: PowerShell 7 leaves it out by default.
    let typeName: String?
    /// The properties' names.
    let names: [String]
    /// What stands between fields.
    let delimiter: UInt8
    /// Where the records begin.
    let end: Int
    /// The line on which they begin.
    let line: Int

    /// Longer headings than any cmdlet gives: a Receive connector's has 3 000 octets.
    private static let longest = 65_536

    /// Reads the heading of a text; nil where the text does not begin with one of a cmdlet.
    init?(_ text: [UInt8]) {
        var lines = Lines(octets: text)
        var type: String?
        var first = lines.next()
        if let line = first, line.starts(with: "#TYPE ".utf8) {
            type = line.dropFirst(6).withoutBlanks.text
            first = lines.next()
        }
        // Excel writes its delimiter before everything else.
        if let line = first, line.starts(with: "sep=".utf8), line.count == 5 { first = lines.next() }
        guard let line = first, line.count <= Self.longest else { return nil }
        var best: (delimiter: UInt8, names: [String])?
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            var records = CSVRecords(Array(line), from: 0, line: 1, delimiter: delimiter)
            guard let record = records.next(), record.isComplete else { continue }
            if record.fields.count > best?.names.count ?? 0 { best = (delimiter, record.fields) }
        }
        guard let best else { return nil }
        if type == nil {
            // A single word without quotes may be anything.
            guard best.names.count > 1 || line.first == UInt8(ascii: "\"") else { return nil }
            guard best.names.allSatisfy(Self.isName), PropertyNames.describeObject(best.names) else {
                return nil
            }
        }
        typeName = type?.split(separator: "Deserialized.", omittingEmptySubsequences: false).joined()
        names = best.names
        delimiter = best.delimiter
        end = lines.position
        self.line = lines.number
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0 >= 0x30 && $0 < 0x7f && $0 != UInt8(ascii: ":") || $0 == 0x20 }
    }

    private struct Lines {
        let octets: [UInt8]
        var position = 0
        var number = 1

        /// The next line that is not blank; an unreasonably long one is no heading.
        mutating func next() -> ArraySlice<UInt8>? {
            while position < octets.count {
                let start = position
                let rest = octets[start...].prefix(longest + 1)
                let end = rest.firstIndex { $0 == 0x0a || $0 == 0x0d } ?? rest.endIndex
                position = end
                if position < octets.count, octets[position] == 0x0d { position += 1 }
                if position < octets.count, octets[position] == 0x0a { position += 1 }
                number += 1
                if end > start { return octets[start..<end] }
            }
            return nil
        }
    }
}
