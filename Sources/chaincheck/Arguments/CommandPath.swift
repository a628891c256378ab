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
