import ChainKit

extension TextStyle {
    /// What standard output can show.
    static func detected() -> TextStyle {
        let style = TerminalStyle.detected()
        return TextStyle(isColoured: style.isColoured, width: style.width)
    }
}
