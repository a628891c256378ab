/// Finds enhanced status codes in text and passes over what only looks like them.
///
/// Addresses, versions and object identifiers have more parts or stand behind a letter, a dot or a slash; dates have
/// four digits of a year, a leading zero or a time behind them; sizes have a unit.
struct StatusCodeScanner {
    private let text: [UInt8]

    init(_ passage: Passage) { text = passage.folded }

    func codes() -> [(code: StatusCode, position: Int)] {
        var found: [(code: StatusCode, position: Int)] = []
        var position = 0
        while position < text.count {
            if let (code, end) = code(at: position) {
                found.append((code, position))
                position = end
            } else {
                position += 1
            }
        }
        return found
    }

    private func code(at start: Int) -> (code: StatusCode, end: Int)? {
        guard text[start] == UInt8(ascii: "4") || text[start] == UInt8(ascii: "5"),
            octet(start + 1) == UInt8(ascii: "."),
            let (subject, middle) = number(at: start + 2), octet(middle) == UInt8(ascii: "."),
            let (detail, end) = number(at: middle + 1), ends(at: end)
        else { return nil }
        let reply = reply(before: start)
        guard reply != nil || begins(at: start), reply != nil || !isDateOrVersion(from: start, to: end) else {
            return nil
        }
        let kind = Int(text[start] - UInt8(ascii: "0"))
        return (StatusCode(reply: reply, kind: kind, subject: subject, detail: detail), end)
    }

    /// One to three digits without a leading zero.
    private func number(at start: Int) -> (value: Int, end: Int)? {
        var (value, end) = (0, start)
        while let digit = octet(end), OctetRuns.isDigit(digit), end - start < 3 {
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
            end += 1
        }
        guard end > start, end == start + 1 || text[start] != UInt8(ascii: "0") else { return nil }
        return (value, end)
    }

    /// Whether no further digit, part or letter follows.
    private func ends(at end: Int) -> Bool {
        guard let next = octet(end) else { return true }
        if next == UInt8(ascii: ".") { return !(octet(end + 1).map(OctetRuns.isWordPart) ?? false) }
        return !OctetRuns.isWordPart(next)
    }

    /// Whether what stands before can stand before a code.
    private func begins(at start: Int) -> Bool {
        guard start > 0 else { return true }
        let before = text[start - 1]
        // "4/5.7.321", as Microsoft's pages have it.
        if before == UInt8(ascii: "/") {
            return start > 1 && text[start - 2] == UInt8(ascii: "4")
                && (start == 2 || !OctetRuns.isWordPart(text[start - 3]))
        }
        return !OctetRuns.isWordPart(before) && !".:\\@=,-+".utf8.contains(before)
    }

    /// The three digits before, `454 ` or `454-`.
    private func reply(before start: Int) -> Int? {
        guard start >= 4, [0x20, UInt8(ascii: "-"), UInt8(ascii: "#")].contains(text[start - 1]) else {
            return nil
        }
        let digits = text[(start - 4)..<(start - 1)]
        guard digits.allSatisfy(OctetRuns.isDigit), let first = digits.first,
            first == UInt8(ascii: "4") || first == UInt8(ascii: "5"),
            start == 4 || !(OctetRuns.isWordPart(text[start - 5]) || text[start - 5] == UInt8(ascii: "."))
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private func isDateOrVersion(from start: Int, to end: Int) -> Bool {
        let before = String(decoding: text[..<start].suffix(12), as: UTF8.self)
        if Self.versionWords.contains(where: { before.hasSuffix($0 + " ") }) { return true }
        let after = Array(text[end...].prefix(7))
        guard after.first == 0x20 else { return false }
        let rest = after.dropFirst()
        let digits = rest.prefix { OctetRuns.isDigit($0) }
        // 4.7.20 15:30
        if (1...2).contains(digits.count), rest.dropFirst(digits.count).first == UInt8(ascii: ":") {
            return true
        }
        let unit = String(decoding: rest.prefix { OctetRuns.isLetter($0) }, as: UTF8.self)
        return Self.units.contains(unit)
    }

    private static let versionWords = [
        "version", "versions", "build", "release", "ver", "update", "php", "openssl",
    ]
    private static let units: Set = ["b", "kb", "mb", "gb", "bytes", "kib", "mib"]

    private func octet(_ position: Int) -> UInt8? { position < text.count ? text[position] : nil }
}
