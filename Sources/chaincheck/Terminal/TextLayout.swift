import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
        var line: String?
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let current = line else {
                line = String(word)
                continue
            }
            if current.count + word.count + 1 > width, current.contains(where: { $0 != " " }) {
                lines.append(current)
                line = String(repeating: " ", count: indent) + word
            } else {
                line = current + " " + word
            }
        }
        return lines + [line ?? ""]
    }
}

extension TextStyle {
    /// What standard output can show: colour only on a terminal, and not with NO_COLOR or TERM=dumb.
    static func detected() -> TextStyle {
        let isTerminal = isatty(1) == 1
        let isColoured = isTerminal && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
        return TextStyle(isColoured: isColoured, width: width(isTerminal))
    }

    private static func width(_ isTerminal: Bool) -> Int {
        var size = winsize()
        if isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        if let columns = variable("COLUMNS").flatMap({ Int($0) }), (20...1_000).contains(columns) {
            return columns
        }
        return defaultWidth
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
