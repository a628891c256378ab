#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How text for people is drawn: whether in colour, and how wide.
struct TerminalStyle: Sendable {
    /// What a piece of text means; the colour follows from it.
    enum Meaning: Sendable {
        case good, bad, warning, faint, strong

        fileprivate var code: String {
            switch self {
            case .good: "32"
            case .bad: "31"
            case .warning: "33"
            case .faint: "2"
            case .strong: "1"
            }
        }
    }

    let isColoured: Bool
    let width: Int

    static let defaultWidth = 80

    /// Plain text of the default width, for files and tests.
    static let plain = TerminalStyle(isColoured: false, width: defaultWidth)

    /// What standard output can show: colour only on a terminal, and not with NO_COLOR or TERM=dumb.
    static func detected() -> TerminalStyle {
        let isTerminal = isatty(1) == 1
        let isColoured = isTerminal && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
        return TerminalStyle(isColoured: isColoured, width: width(isTerminal))
    }

    /// The text in the colour of its meaning, unchanged where there is no colour.
    func paint(_ text: String, _ meaning: Meaning) -> String {
        isColoured ? "\u{1b}[\(meaning.code)m\(text)\u{1b}[0m" : text
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
