import ArgumentParser
import FoundationEssentials

/// The options of a command, as ArgumentParser describes them.
struct CommandOptions {
    struct Option {
        /// The preferred name, such as `--file` for `-f`.
        let name: String
        let takesValue: Bool
        let isRepeating: Bool

        /// Whether the option names what is written.
        var isOutput: Bool { name == "--output" || name == "--script" }
    }

    private var options: [String: Option] = [:]

    /// Every name of every option, such as `-f` and `--file`.
    var names: Set<String> { Set(options.keys) }

    init(of command: any ParsableCommand.Type) throws {
        let description = try JSONDecoder().decode(Description.self, from: Data(command._dumpHelp().utf8))
        for argument in description.command.arguments ?? [] where argument.kind != "positional" {
            guard let preferred = argument.preferredName ?? argument.names?.first else { continue }
            let option = Option(
                name: preferred.typed,
                takesValue: argument.kind == "option",
                isRepeating: argument.isRepeating
            )
            for name in argument.names ?? [] { options[name.typed] = option }
        }
    }

    /// The option that an argument names, with or without a value behind an equals sign; nil for anything else.
    func option(_ argument: String) -> Option? { options[String(argument.prefix { $0 != "=" })] }

    /// What is needed of ArgumentParser's description of a command.
    private struct Description: Decodable {
        let command: Command

        struct Command: Decodable { let arguments: [Argument]? }

        struct Argument: Decodable {
            let kind: String
            let isRepeating: Bool
            let names: [Name]?
            let preferredName: Name?
        }

        struct Name: Decodable {
            let kind: String
            let name: String

            var typed: String { (kind == "long" ? "--" : "-") + name }
        }
    }
}
