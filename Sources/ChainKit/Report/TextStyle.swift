/// How text for people is drawn: whether in colour, and how wide.
public struct TextStyle: Sendable, Hashable {
    /// What a piece of text means; the colour follows from it.
    public enum Meaning: Sendable, Hashable {
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

    /// Whether control sequences for colour may be written.
    public let isColoured: Bool
    /// Columns of a line.
    public let width: Int

    /// The width where none is known.
    public static let defaultWidth = 80
    /// Narrower than this nothing can be laid out.
    public static let leastWidth = 40

    /// Plain text of the default width, for files and tests.
    public static let plain = TextStyle(isColoured: false, width: defaultWidth)

    /// Makes a style; a width below ``leastWidth`` counts as that.
    public init(isColoured: Bool, width: Int) {
        self.isColoured = isColoured
        self.width = max(width, Self.leastWidth)
    }

    /// The text in the colour of its meaning, unchanged where there is no colour.
    public func paint(_ text: String, _ meaning: Meaning) -> String {
        isColoured && !text.isEmpty ? "\u{1b}[\(meaning.code)m\(text)\u{1b}[0m" : text
    }
}
