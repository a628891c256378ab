/// Cuts the text of a distinguished name at its separators, and each piece at its first equals sign.
struct DotNetNamePieces {
    /// What stands between two separators.
    struct Piece {
        var type: String?
        var value: String
        /// As it stands, with blanks.
        var text: String
        /// What ended it, nil at the end of the text.
        var separator: Unicode.Scalar?
    }

    private let scalars: [Unicode.Scalar]
    private let dialect: DotNetNameReader.Dialect
    private var position = 0

    init(_ text: String, dialect: DotNetNameReader.Dialect) {
        scalars = Array(text.unicodeScalars)
        self.dialect = dialect
    }

    /// Reads what must stand before the first piece, false where it does not.
    mutating func begins() -> Bool {
        guard dialect == .slashes else { return true }
        guard scalars.first == "/" else { return false }
        position = 1
        return true
    }

    /// The next piece, nil at the end.
    mutating func next() -> Piece? {
        guard position < scalars.count else { return nil }
        let start = position
        var type: String?
        var value = String.UnicodeScalarView()
        var isInQuotes = false
        var wasQuoted = false
        while position < scalars.count {
            let scalar = scalars[position]
            if isInQuotes, scalar == "\"", position + 1 < scalars.count, scalars[position + 1] == "\"" {
                value.append(scalar)
                position += 1
            } else if isInQuotes {
                if scalar == "\"" { isInQuotes = false } else { value.append(scalar) }
            } else if isSeparator(scalar) {
                break
            } else if let octets = escape() {
                value.append(contentsOf: octets.unicodeScalars)
                continue
            } else if scalar == "=", type == nil {
                type = String(value).trimmed
                value = String.UnicodeScalarView()
            } else if scalar == "\"", type != nil, !wasQuoted, String(value).isBlank {
                (isInQuotes, wasQuoted) = (true, true)
                value = String.UnicodeScalarView()
            } else if !(wasQuoted && scalar.properties.isWhitespace) {
                value.append(scalar)
            }
            position += 1
        }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        let separator = position < scalars.count ? scalars[position] : nil
        position += 1
        let whole = String(value)
        return Piece(
            type: type?.isEmpty == true ? nil : type,
            value: wasQuoted ? whole : whole.trimmed,
            text: text,
            separator: separator
        )
    }

    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        dialect == .slashes
            ? scalar == "/" : scalar == "," || scalar == "+" || scalar == ";" || scalar == "\n"
    }

    /// The characters that a backslash here stands for, read on; nil where there is no escape.
    private mutating func escape() -> String? {
        guard dialect == .escaped, scalars[position] == "\\", position + 1 < scalars.count else { return nil }
        if ",+\"\\<>;=# ".unicodeScalars.contains(scalars[position + 1]) {
            position += 2
            return String(scalars[position - 1])
        }
        var octets: [UInt8] = []
        while position + 2 < scalars.count, scalars[position] == "\\",
            let octet = UInt8(
                String(String.UnicodeScalarView(scalars[(position + 1)...(position + 2)])),
                radix: 16
            )
        {
            octets.append(octet)
            position += 3
        }
        return octets.isEmpty ? nil : String(decoding: octets, as: UTF8.self)
    }
}
