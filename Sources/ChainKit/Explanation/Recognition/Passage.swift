/// A piece of pasted text that tells of one thing: a record of a log, an event, a delivery report.
struct Passage: Sendable {
    /// The text, every run of blanks and line ends one blank.
    let text: [UInt8]
    /// The same in lower case, as far as ASCII goes.
    let folded: [UInt8]

    init(_ text: some Collection<UInt8>) {
        self.text = Array(text)
        folded = text.map(Self.lowercase)
    }

    static func lowercase(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
    }

    /// Where the text stands, in lower case, from a place on.
    func position(of phrase: some StringProtocol, from start: Int = 0) -> Int? {
        OctetRuns.position(of: Array(phrase.utf8), in: folded, from: start)
    }

    /// Where the word stands by itself.
    func position(ofWord word: String) -> Int? {
        let octets = word.utf8.map(Self.lowercase)
        var start = 0
        while let found = OctetRuns.position(of: octets, in: folded, from: start) {
            let end = found + octets.count
            let isBegun = found == 0 || !OctetRuns.isWordPart(folded[found - 1])
            if isBegun, end == folded.count || !OctetRuns.isWordPart(folded[end]) { return found }
            start = found + 1
        }
        return nil
    }
}

/// Searching in octets.
enum OctetRuns {
    static func position(of needle: [UInt8], in octets: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, octets.count >= needle.count else { return nil }
        var position = start
        while position + needle.count <= octets.count {
            if octets[position] == first, octets[position...].starts(with: needle) { return position }
            position += 1
        }
        return nil
    }

    static func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }

    static func isLetter(_ octet: UInt8) -> Bool {
        (0x61...0x7a).contains(octet) || (0x41...0x5a).contains(octet)
    }

    /// Letters, digits, the underscore, and whatever is not ASCII.
    static func isWordPart(_ octet: UInt8) -> Bool {
        isDigit(octet) || isLetter(octet) || octet == UInt8(ascii: "_")
    }
}
