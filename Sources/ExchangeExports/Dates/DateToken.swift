/// A piece of a date's text.
enum DateToken: Sendable, Hashable {
    /// Digits of any script: what they say, and how many there are.
    case number(Int, digits: Int)
    /// A word in small letters without dots: `a.m.`, `a. m.` and `AM` are `am`.
    case word(String)
    /// Anything between them, blanks left out; empty where there were only blanks.
    case separator(String)

    /// Longer texts than any date.
    private static let longest = 80

    /// The tokens of a text; nil where it is too long for a date.
    static func tokens(of text: String) -> [DateToken]? {
        guard text.utf8.count <= 4 * longest else { return nil }
        var tokens: [DateToken] = []
        for character in text.unicodeScalars.prefix(longest + 1) {
            if isInvisible(character) { continue }
            if let digit = character.properties.numericType == .decimal
                ? character.properties.numericValue : nil
            {
                if case .number(let value, let digits)? = tokens.last, digits < 9 {
                    tokens[tokens.count - 1] = .number(value * 10 + Int(digit), digits: digits + 1)
                } else {
                    tokens.append(.number(Int(digit), digits: 1))
                }
            } else if character.properties.isAlphabetic
                || character.properties.generalCategory == .nonspacingMark
            {
                if case .word(let word)? = tokens.last {
                    tokens[tokens.count - 1] = .word(word + character.properties.lowercaseMapping)
                } else {
                    tokens.append(.word(character.properties.lowercaseMapping))
                }
            } else {
                let mark = character.properties.isWhitespace ? "" : String(character)
                if case .separator(let separator)? = tokens.last {
                    tokens[tokens.count - 1] = .separator(separator + mark)
                } else {
                    tokens.append(.separator(mark))
                }
            }
        }
        return joined(tokens)
    }

    /// Puts the letters of abbreviations together: `a. m.` is one word.
    private static func joined(_ tokens: [DateToken]) -> [DateToken] {
        var output: [DateToken] = []
        for token in tokens {
            if case .word(let word) = token, output.count > 1, word.count == 1,
                case .separator(".") = output[output.count - 1],
                case .word(let before) = output[output.count - 2],
                before.count == 1
            {
                output.removeLast(2)
                output.append(.word(before + word))
            } else {
                output.append(token)
            }
        }
        return output
    }

    private static func isInvisible(_ character: Unicode.Scalar) -> Bool {
        character.properties.generalCategory == .format
    }
}
