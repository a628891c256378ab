/// Fits text into a width that is counted in characters.
enum TextLayout {
    /// The text in exactly `width` characters: padded with blanks, or cut with an ellipsis.
    static func cell(_ text: String, width: Int) -> String {
        let cut = clip(text, width: width)
        return cut + String(repeating: " ", count: max(0, width - cut.count))
    }

    /// The text in at most `width` characters.
    static func clip(_ text: String, width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
    }

    /// Breaks text at blanks; lines after the first begin with `indent` blanks.
    static func wrap(_ text: String, width: Int, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if line.count + word.count + 1 > width, line.contains(where: { $0 != " " }) {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += line.isEmpty ? String(word) : " " + word
            }
        }
        return lines + [line]
    }
}
