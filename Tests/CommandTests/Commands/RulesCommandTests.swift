import ArgumentParser
import Testing

@testable import chaincheck

struct RulesCommandTests {
    @Test func anUnknownIdIsAnErrorOfTheCommandLine() throws {
        let command = try RulesCommand.parse(["no-such-rule"])
        #expect(throws: ExitCode(64)) { try command.run() }
    }

    @Test(arguments: ["R23", "weak-kay"]) func anUnknownIdTellsWhereAllAre(_ id: String) throws {
        let run = try Binary(["rules", id])
        #expect(run.code == 64)
        #expect(run.errors.contains("'chaincheck rules' lists all"))
    }

    @Test func readsItsArguments() throws {
        let command = try RulesCommand.parse(["weak-key", "--format", "markdown"])
        #expect(command.id == "weak-key")
        #expect(command.format == .markdown)
        #expect(throws: (any Error).self) { try RulesCommand.parse(["--format", "ndjson"]) }
    }
}
