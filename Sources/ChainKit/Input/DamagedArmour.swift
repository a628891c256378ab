/// Finds lines that were meant as BEGIN lines: with other dashes, another number of them, in lower case.
///
/// Such a line is not repaired: what a mail program did to the dashes it may have done to the rest.
enum DamagedArmour {
    /// The offset of the first such line.
    static func line(in text: [UInt8]) -> Int? {
        var position = 0
        while position < text.count {
            guard let end = text[position...].firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else {
                return isDamaged(text[position...]) ? position : nil
            }
            if isDamaged(text[position..<end]) { return position }
            position = end + 1
        }
        return nil
    }

    /// Dashes of any kind, "begin" and a word, dashes.
    private static func isDamaged(_ line: ArraySlice<UInt8>) -> Bool {
        guard (20...100).contains(line.count) else { return false }
        let words = line.drop(while: isDash)
        guard words.startIndex - line.startIndex >= 2, let last = words.last, isDash(last) else {
            return false
        }
        let lowered = words.prefix(6).map { $0 | 0x20 }
        return lowered == Array("begin ".utf8)
    }

    /// Hyphens, blanks, and all octets of the dashes that UTF-8 and Windows-1252 have.
    private static func isDash(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: "-") || octet == UInt8(ascii: " ") || octet == 0x3f || octet >= 0x80
    }
}
