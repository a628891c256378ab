extension String {
    /// Whether it holds nothing but white space.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Without white space at its ends.
    var trimmed: String {
        String(String.UnicodeScalarView(unicodeScalars.drop(while: \.properties.isWhitespace))).trimmedAtEnd
    }

    /// Without white space at its end.
    var trimmedAtEnd: String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(unicodeScalars[...last])
    }

    /// Without any white space.
    var withoutBlanks: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    /// Runs of white space as one blank, none at the ends.
    var withSingleBlanks: String {
        unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(
            separator: " "
        )
    }
}
