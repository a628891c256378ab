import ArgumentParser

@main
struct ChainCheck: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "chaincheck",
        abstract: "Audit certificates for Exchange SMTP.",
        version: version,
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
