import ArgumentParser

@main
struct ChainCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaincheck",
        abstract: "Audit certificates for Exchange SMTP.",
        subcommands: [AuditCommand.self, RootsCommand.self]
    )

    static func main() {
        StandardOutput.ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}
