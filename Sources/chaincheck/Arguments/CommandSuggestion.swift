import ArgumentParser

/// A command with the names that lead to it, such as `chaincheck roots list`.
struct CommandPath {
    let type: any ParsableCommand.Type
    /// The program's name first.
    let names: [String]

    /// The program itself.
    init(root: any ParsableCommand.Type) { self.init(root, below: []) }

    private init(_ type: any ParsableCommand.Type, below names: [String]) {
        self.type = type
        self.names = names + [type.configuration.commandName ?? ""]
    }

    /// The last of the names.
    var name: String { names.last ?? "" }

    /// As a person types it.
    var text: String { names.joined(separator: " ") }

    /// The commands right below.
    var children: [CommandPath] {
        type.configuration.subcommands.map { CommandPath($0, below: names) }
    }

    /// This command and all below it.
    var descendants: [CommandPath] { [self] + children.flatMap(\.descendants) }

    /// The path to a command, this one where it is not below.
    func path(to type: any ParsableCommand.Type) -> CommandPath {
        descendants.first { $0.type == type } ?? self
    }
}

/// Which command was meant by a word that is none.
struct CommandSuggestion {
    /// A sentence for the person who typed the word.
    let text: String

    init(for word: String, at place: CommandPath, of root: CommandPath) {
        let near = place.children.map { (path: $0, distance: Self.distance(word.lowercased(), $0.name)) }
            .filter { $0.distance <= max(1, $0.path.name.count / 3) }
            .min { $0.distance < $1.distance }?.path
        let elsewhere = root.descendants.first { $0.name == word && $0.names.count > 1 }
        if let meant = near ?? elsewhere {
            text = "did you mean '\(meant.text)'?"
        } else if RootFiles.exists(word), place.names.count == 1 {
            text = "to audit a file or a folder: \(root.text) audit \(word)"
        } else {
            text = "'\(place.text) --help' lists the commands"
        }
    }

    /// How many characters must be put in, taken out, replaced or swapped with their neighbour.
    static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one), Array(other))
        // Nothing that long is a slip of the finger.
        guard one.count < 32, other.count < 32 else { return .max }
        var rows = [Array(0...other.count)]
        for (i, character) in one.enumerated() {
            var row = [i + 1]
            for (j, candidate) in other.enumerated() {
                var least = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (character == candidate ? 0 : 1))
                if i > 0, j > 0, character == other[j - 1], one[i - 1] == candidate {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
