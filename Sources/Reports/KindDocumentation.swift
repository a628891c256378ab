import ChainKit

/// The kinds of files, from the kinds themselves: a table in `Documentation/Formats.md`.
package enum KindDocumentation {
    /// A Markdown table, a line a kind.
    package static var markdown: String {
        let lines = FileKind.allCases.map { "| `\($0.rawValue)` | \($0.words) |\n" }
        return "| `kind` | what it is |\n| --- | --- |\n" + lines.joined()
    }
}
