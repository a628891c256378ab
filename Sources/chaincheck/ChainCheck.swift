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
        StandardOutput.holdClosedPlaces()
        StandardOutput.ignoreSignalsOfWriting()
        Interruption.listen()
        do {
            let arguments = GivenArguments(try ProcessArguments.all())
            let root = CommandPath(root: Self.self)
            try arguments.refuseUnknownCommand(of: root)
            var command = try parse(arguments)
            try arguments.refuseRepetition(in: root.path(to: type(of: command)))
            if let naming = command as? any FileNaming { try OutputGuard(naming.namedFiles).check() }
            do {
                try command.run()
            } catch let code as ExitCode where code == ExitStatus.nothingToJudge.code {
                guard let judging = command as? any JudgingCommand, judging.empty.allowEmpty else {
                    throw code
                }
            }
            try StandardOutput.close()
        } catch let refusal as GivenArguments.Refusal {
            StandardError.report(refusal.message, hint: refusal.hint)
            exit(withError: ExitStatus.usage.code)
        } catch {
            end(error)
        }
    }

    /// What a command line names; nil for a command that has not said so, of which there must be none.
    static func namedFiles(of arguments: [String]) throws -> NamedFiles? {
        (try parseAsRoot(arguments) as? any FileNaming)?.namedFiles
    }

    /// Ends with the error's exit code.
    ///
    /// Help and the version are reports, too: where they cannot be written the code says so.
    private static func end(_ error: any Error) -> Never {
        guard exitCode(for: error) == .success else { exit(withError: error) }
        do {
            let text = fullMessage(for: error)
            if !text.isEmpty { try StandardOutput.write(text + "\n") }
            try StandardOutput.close()
        } catch {
            exit(withError: error)
        }
        exit(withError: ExitCode.success)
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
