/// Text as a literal of PowerShell that stands for exactly that text, whatever it holds.
///
/// A subject may hold quotes, `$`, backticks and line ends. Within single quotes PowerShell expands nothing, and takes
/// five characters for a single quote, each of which is doubled (about_Quoting_Rules). What does not print is written
/// as `[char]`, so that a pasted line stays one line and shows what it is.
enum PowerShellLiteral {
    /// The expression for a text.
    static func expression(_ text: String) -> String {
        var pieces: [String] = []
        var run = ""
        func flush() {
            guard !run.isEmpty else { return }
            pieces.append("'\(run)'")
            run = ""
        }
        for scalar in text.unicodeScalars {
            if scalar.isHidden {
                flush()
                pieces.append(character(scalar))
            } else {
                run.unicodeScalars.append(scalar)
                if quotes.contains(scalar) { run.unicodeScalars.append(scalar) }
            }
        }
        flush()
        return switch pieces.count {
        case 0: "''"
        // A sum that begins with a character would add numbers, so text always stands first.
        case 1 where text.unicodeScalars.first?.isHidden != true: pieces[0]
        default: "('' + \(pieces.joined(separator: " + ")))"
        }
    }

    /// The characters that PowerShell's parser takes for a single quote.
    private static let quotes: Set<Unicode.Scalar> = ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]

    /// A `[char]` is a UTF-16 unit, so that characters beyond the first plane become two.
    private static func character(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { "[char]0x" + String($0, radix: 16, uppercase: true) }.joined(
            separator: " + "
        )
    }
}
