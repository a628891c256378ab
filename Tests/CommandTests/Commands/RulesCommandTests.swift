import ArgumentParser
import Testing

@testable import chaincheck

struct RulesCommandTests {
    /// In a process of its own: the message is for standard error, and not for that of the tests.
    @Test(arguments: ["R23", "weak-kay", "no-such-rule"])
    func anUnknownIdIsAnErrorOfTheCommandLineThatTellsWhereAllAre(_ id: String) throws {
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
