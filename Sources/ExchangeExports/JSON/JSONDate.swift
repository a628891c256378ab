/// Dates as `ConvertTo-Json` writes them into strings.
enum JSONDate {
    /// The time that a string is; nil where it is none.
    ///
    /// Windows PowerShell writes milliseconds since 1970 in UTC, `/Date(1631800000000)/`; what may follow them, `+0200`,
    /// is the zone that the time was in. PowerShell 7 writes ISO 8601.
    static func read(_ text: String) -> ExportedTime? {
        guard text.utf8.starts(with: "/Date(".utf8) else {
            return text.utf8.count >= 19 && text.utf8.count <= 40 ? iso(Array(text.utf8)) : nil
        }
        guard text.utf8.count < 48, text.hasSuffix(")/") else { return nil }
        let body = Array(text.utf8.dropFirst(6).dropLast(2))
        let sign = body.dropFirst().lastIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        guard let milliseconds = Int64(body[..<(sign ?? body.endIndex)].text) else { return nil }
        var offset = 0
        if let sign {
            guard let zone = zone(body[sign...]) else { return nil }
            offset = zone
        }
        let seconds = milliseconds / 1_000 - (milliseconds % 1_000 < 0 ? 1 : 0)
        return ExportedTime(secondsSince1970: seconds, offset: offset)
    }

    /// `2021-09-16T13:30:00.1234567+02:00`, with or without a fraction and a zone.
    private static func iso(_ text: [UInt8]) -> ExportedTime? {
        let pattern = Array("0000-00-00T00:00:00".utf8)
        for (octet, form) in zip(text, pattern) {
            guard form == UInt8(ascii: "0") ? isDigit(octet) : octet == form else { return nil }
        }
        func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        var rest = text[pattern.count...]
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
        var offset: Int?
        if rest.elementsEqual("Z".utf8) {
            offset = 0
        } else if !rest.isEmpty {
            guard let zone = zone(rest) else { return nil }
            offset = zone
        }
        return ExportedTime(
            year: number(0..<4),
            month: number(5..<7),
            day: number(8..<10),
            hour: number(11..<13),
            minute: number(14..<16),
            second: number(17..<19),
            offset: offset
        ).checked
    }

    /// Seconds east of Greenwich of `+0200` or `+02:00`.
    private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return nil
        }
        let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard digits.count == 4, digits.allSatisfy(isDigit), let number = Int(digits[...].text) else {
            return nil
        }
        let seconds = (number / 100 * 60 + number % 100) * 60
        // .NET knows no zone further away than 14 hours.
        guard number % 100 < 60, seconds <= 14 * 3_600 else { return nil }
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
    }
}
