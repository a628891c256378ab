import ArgumentParser

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
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}
