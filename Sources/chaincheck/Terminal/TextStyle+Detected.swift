import ChainKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
