/// Swift source as far as these tests must read it.
enum SwiftCode {
    /// The code with comments and the insides of strings left out; what an interpolation holds stays.
    static func bare(_ source: String) -> String {
        var scanner = Scanner(characters: Array(source.unicodeScalars))
        return scanner.run()
    }

    /// The names of the types that code declares outside any other declaration.
    static func topLevelTypes(in code: String) -> [String] {
        let declaration = /^(?:[@a-z()]+ )*(?:struct|class|enum|protocol|actor|typealias) (?<name>[A-Z]\w*)/
        return code.split(separator: "\n").compactMap { line in
            // Indented lines stand inside something.
            line.firstMatch(of: declaration).flatMap { line.hasPrefix(" ") ? nil : String($0.name) }
        }
    }

    /// Every capitalised word, which is how types are named; a word after a dot is a member of something else.
    static func typeNames(in code: String) -> Set<String> {
        Set(
            code.matches(of: /(?<member>\.?)\b(?<name>[A-Z]\w*)/).filter { $0.member.isEmpty }.map {
                String($0.name)
            }
        )
    }

    private struct Scanner {
        let characters: [Unicode.Scalar]
        var position = 0
        var output = String.UnicodeScalarView()

        init(characters: [Unicode.Scalar]) { self.characters = characters }

        mutating func run() -> String {
            while position < characters.count { code() }
            return String(output)
        }

        private func starts(with text: String) -> Bool {
            characters[position...].starts(with: text.unicodeScalars)
        }

        /// One step outside strings.
        private mutating func code() {
            if starts(with: "//") {
                while position < characters.count, characters[position] != "\n" { position += 1 }
            } else if starts(with: "/*") {
                blockComment()
            } else if characters[position] == "\"" || starts(with: "#\"") {
                string()
            } else {
                output.append(characters[position])
                position += 1
            }
        }

        private mutating func blockComment() {
            var depth = 0
            repeat {
                if starts(with: "/*") {
                    depth += 1
                    position += 2
                } else if starts(with: "*/") {
                    depth -= 1
                    position += 2
                } else {
                    position += 1
                }
            } while depth > 0 && position < characters.count
        }

        private mutating func string() {
            let isRaw = characters[position] == "#"
            if isRaw { position += 1 }
            let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
            position += quote.count
            let end = quote + (isRaw ? "#" : "")
            while position < characters.count, !starts(with: end) {
                if isRaw {
                    position += 1
                } else if starts(with: "\\(") {
                    interpolation()
                } else {
                    position += characters[position] == "\\" ? 2 : 1
                }
            }
            position += end.count
        }

        private mutating func interpolation() {
            position += 1
            output.append(" ")
            var depth = 0
            repeat {
                if characters[position] == "(" { depth += 1 }
                if characters[position] == ")" { depth -= 1 }
                code()
            } while depth > 0 && position < characters.count
            output.append(" ")
        }
    }
}
