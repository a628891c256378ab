/// The arguments as they were typed, checked for what ArgumentParser takes in silence.
struct GivenArguments {
    private let given: [String]

    /// Why a command line is refused, which ends the run with exit 64.
    struct Refusal: Error {
        let message: String
        let hint: String
    }

    /// Takes the arguments after the program's own name.
    init(_ given: some Sequence<String>) { self.given = Array(given) }

    /// What is parsed: `--output -` means standard output, which is what the option's absence means.
    var parsed: [String] {
        var parsed: [String] = []
        var rest = given[...]
        while let argument = rest.popFirst() {
            if argument == "--" { return parsed + [argument] + rest }
            if argument == "--output=-" { continue }
            if argument == "--output", rest.first == "-" {
                rest.removeFirst()
                continue
            }
            parsed.append(argument)
        }
        return parsed
    }

    /// Refuses a word that is no command where a command is wanted, and suggests one.
    func refuseUnknownCommand(of root: CommandPath) throws(Refusal) {
        var place = root
        for word in given {
            guard !word.hasPrefix("-"), !place.children.isEmpty else { return }
            if place.names.count == 1, word == "help" { continue }
            if let child = place.children.first(where: { $0.name == word }) {
                place = child
                continue
            }
            throw Refusal(
                message: "'\(place.text)' has no command '\(word)'",
                hint: CommandSuggestion(for: word, at: place, of: root).text
            )
        }
    }

    /// Refuses an option that is given twice where only one counts, and standard input that is wanted twice.
    ///
    /// ArgumentParser would take the last of two options; it alone knows which may be repeated.
    func refuseRepetition(in command: CommandPath) throws {
        guard needsACloserLook else { return }
        let options = try CommandOptions(of: command.type)
        var counts: [String: Int] = [:]
        var (readers, operands, answersLines) = (0, 0, false)
        var rest = given.prefix { $0 != "--" }
        operands += given.dropFirst(rest.count + 1).count { $0 == "-" }
        while let argument = rest.popFirst() {
            guard let option = options.option(argument) else {
                if argument == "-" { operands += 1 }
                continue
            }
            if option.name == "--batch" { answersLines = true }
            guard option.takesValue else { continue }
            if !option.isRepeating { counts[option.name, default: 0] += 1 }
            let value =
                argument.firstIndex(of: "=").map { String(argument[argument.index(after: $0)...]) }
                ?? rest.popFirst()
            if option.name == "--from", value == "ndjson" { answersLines = true }
            if value == "-", !option.isOutput { readers += 1 }
        }
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count > 1 {
            throw refusal("\(name) is given \(count) times, and only one can count", command)
        }
        readers += answersLines ? max(1, operands) : operands
        // What explain is given is text, with dashes in it.
        if readers > 1, command.name != "explain" {
            throw refusal("- is standard input, which can be read only once", command)
        }
    }

    /// Whether something may be repeated: to ask ArgumentParser costs more than a small run.
    private var needsACloserLook: Bool {
        var seen: Set<Substring> = []
        for argument in given {
            if argument == "-" { return true }
            guard argument.hasPrefix("-"), argument != "--" else { continue }
            let name = argument.prefix { $0 != "=" }
            // The short name of an option does not look like its long one.
            if !argument.hasPrefix("--") || argument.hasSuffix("=-") { return true }
            if !seen.insert(name).inserted { return true }
        }
        return false
    }

    private func refusal(_ message: String, _ command: CommandPath) -> Refusal {
        Refusal(message: message, hint: "'\(command.text) --help' lists the options")
    }
}
