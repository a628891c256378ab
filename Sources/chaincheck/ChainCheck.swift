import ArgumentParser
import ChainKit

@main
struct ChainCheck: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "chaincheck",
        abstract: "Tell which certificates are fit for Exchange SMTP, and why the others are not.",
        version: version,
        subcommands: [
            AuditCommand.self, AuthorityCommand.self, CompareCommand.self, ExchangeCommand.self,
            ExplainCommand.self, InspectCommand.self, RootsCommand.self, RulesCommand.self,
            TimelineCommand.self, VerifyCommand.self, VetCommand.self,
        ]
    )

    static func main() {
        StandardOutput.ignoreSignalsOfWriting()
        do {
            let arguments = GivenArguments(CommandLine.arguments.dropFirst())
            let root = CommandPath(root: Self.self)
            try arguments.refuseUnknownCommand(of: root)
            var command = try parse(arguments)
            try arguments.refuseRepetition(in: root.path(to: type(of: command)))
            try command.run()
        } catch let refusal as GivenArguments.Refusal {
            StandardError.report(refusal.message, hint: refusal.hint)
            exit(withError: ExitStatus.usage.code)
        } catch {
            exit(withError: error)
        }
    }

    /// Parses, and says more of the version than ArgumentParser knows.
    private static func parse(_ arguments: GivenArguments) throws -> any ParsableCommand {
        do {
            return try parseAsRoot(arguments.parsed)
        } catch  where exitCode(for: error) == .success && message(for: error) == version {
            throw CleanExit.message(VersionText.text(list: try MicrosoftRootList.embedded()))
        }
    }
}
