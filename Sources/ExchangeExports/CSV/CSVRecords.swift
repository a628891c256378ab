/// The records of comma-separated values (RFC 4180), with any delimiter.
struct CSVRecords: ~Copyable {
    /// One record.
    struct Record {
        let fields: [String]
        /// The line on which it begins.
        let line: Int
        /// Whether its last field's closing quote was there.
        let isComplete: Bool
    }

    /// The next record's line.
    private(set) var line: Int
    private let octets: [UInt8]
    private let delimiter: UInt8
    private var position: Int

    init(_ octets: [UInt8], from position: Int, line: Int, delimiter: UInt8) {
        self.octets = octets
        self.position = position
        self.line = line
        self.delimiter = delimiter
    }

    /// The next record that is not blank; nil at the end.
    mutating func next() -> Record? {
        while position < octets.count, Self.isLineEnd(octets[position]) { endLine() }
        guard position < octets.count else { return nil }
        let start = line
        var fields: [String] = []
        while true {
            let (field, isComplete) =
                octets[position...].first == UInt8(ascii: "\"") ? quoted() : (plain(), true)
            fields.append(field)
            guard isComplete, position < octets.count, octets[position] == delimiter else {
                if position < octets.count { endLine() }
                return Record(fields: fields, line: start, isComplete: isComplete)
            }
            position += 1
            if position == octets.count {
                return Record(fields: fields + [""], line: start, isComplete: true)
            }
        }
    }

    private mutating func plain() -> String {
        let start = position
        while position < octets.count, octets[position] != delimiter, !Self.isLineEnd(octets[position]) {
            position += 1
        }
        return octets[start..<position].text
    }

    /// A field in quotes, where two quotes stand for one and lines may end.
    private mutating func quoted() -> (String, isComplete: Bool) {
        var field: [UInt8] = []
        position += 1
        while position < octets.count {
            let octet = octets[position]
            if octet == UInt8(ascii: "\"") {
                position += 1
                guard position < octets.count, octets[position] == octet else {
                    // What stands between a closing quote and the delimiter is not meant, but there.
                    return (field[...].text + plain(), true)
                }
            } else if octet == UInt8(ascii: "\n") {
                line += 1
            }
            field.append(octet)
            position += 1
        }
        return (field[...].text, false)
    }

    private mutating func endLine() {
        if octets[position] == UInt8(ascii: "\r"), octets[position...].dropFirst().first == UInt8(ascii: "\n")
        {
            position += 1
        }
        position += 1
        line += 1
    }

    private static func isLineEnd(_ octet: UInt8) -> Bool { octet == 0x0a || octet == 0x0d }
}
