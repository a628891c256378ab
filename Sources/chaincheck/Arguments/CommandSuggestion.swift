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
