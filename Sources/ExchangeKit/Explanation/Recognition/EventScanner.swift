/// Finds the numbers of events in text, where the text says that they are such.
///
/// Behind a word for an event in any language of Windows's log, alone, or beside the name of Exchange's transport. A
/// port, a size or a year is none.
struct EventScanner {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    func events() -> [(number: Int, position: Int)] {
        let hasSource = Self.sources.contains { passage.position(of: $0) != nil }
        var found: [(number: Int, position: Int)] = []
        var position = 0
        while position < passage.folded.count {
            guard OctetRuns.isDigit(passage.folded[position]) else {
                position += 1
                continue
            }
            let digits = passage.folded[position...].prefix { OctetRuns.isDigit($0) }
            let end = position + digits.count
            if (3...5).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)),
                isEvent(number, from: position, to: end, hasSource)
            {
                found.append((number, position))
            }
            position = end
        }
        return found
    }

    private func isEvent(_ number: Int, from start: Int, to end: Int, _ hasSource: Bool) -> Bool {
        if start == 0, end == passage.folded.count { return number == 2004 || number >= 12_000 }
        if end < passage.folded.count, OctetRuns.isWordPart(passage.folded[end]) { return false }
        if start > 0, passage.folded[start - 1] == UInt8(ascii: "\"") { return false }
        if isLabelled(start) { return true }
        // Beside its source, as Get-EventLog and tables of the viewer have it: five digits are no year.
        guard hasSource, number >= 10_000, start > 0 else { return false }
        let after = String(decoding: passage.folded[end...].prefix(7), as: UTF8.self)
        let isMeasure = [" byte", " kb", " b ", ":", "."].contains(where: after.hasPrefix)
        return !isMeasure && " ,\t|(;".utf8.contains(passage.folded[start - 1])
    }

    /// Whether a word for an event stands shortly before, and nothing but a label between.
    private func isLabelled(_ start: Int) -> Bool {
        let before = String(decoding: passage.text[..<start].suffix(48), as: UTF8.self).lowercased()
        return Self.words.contains { word in
            guard let found = before.ranges(of: word).last else { return false }
            // Qualifiers="49156" of the event's XML.
            let parts = before[found.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
            let between = parts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
            return between.count <= 24 && !between.contains { $0.isNumber } && Self.isLabel(between)
        }
    }

    private static func isLabel(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter }
        return words.allSatisfy { labels.contains(String($0)) }
    }

    private static let sources = ["msexchangetransport", "msexchangefrontendtransport"]
    private static let words = [
        "event", "ereignis", "événement", "evenement", "evento", "händelse", "hændelse", "gebeurtenis",
        "zdarzenia",
        "zdarzenie", "olay", "событи", "イベント", "事件", "이벤트",
    ]
    private static let labels: Set = [
        "id", "ids", "s", "kennung", "number", "no", "nr", "код", "я", "е", "й", "ям", "идентификатор", "識別碼",
        "标识", "xmlns", "qualifiers", "d", "de", "eventid",
    ]
}
