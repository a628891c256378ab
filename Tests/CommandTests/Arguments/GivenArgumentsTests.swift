import Testing

@testable import chaincheck

@Suite("Arguments as they were typed")
struct GivenArgumentsTests {
    private static let root = CommandPath(root: ChainCheck.self)

    /// The message of the refusal, nil where there is none.
    private func refusal(_ arguments: [String], in command: String) throws -> String? {
        let path = try #require(Self.root.descendants.first { $0.text == "chaincheck " + command })
        do {
            try GivenArguments(arguments).refuseRepetition(in: path)
            return nil
        } catch {
            return try #require(error as? GivenArguments.Refusal).message
        }
    }

    @Test("refuse every single-valued option of every command twice, and no other")
    func refuseEveryRepetition() throws {
        var (single, repeating) = (0, 0)
        for command in Self.root.descendants where command.children.isEmpty {
            let options = try CommandOptions(of: command.type)
            for name in options.names {
                let option = try #require(options.option(name))
                guard option.takesValue else { continue }
                let name = try #require(command.text.wholeMatch(of: /chaincheck (.+)/)?.1)
                let twice = [option.name, "a", "\(option.name)=b"]
                let expected = "\(option.name) is given 2 times, and only one can count"
                let message = try refusal(twice, in: String(name))
                #expect(message == (option.isRepeating ? nil : expected), "\(name) \(option.name)")
                if option.isRepeating { repeating += 1 } else { single += 1 }
            }
        }
        #expect(single > 60 && repeating > 20)
    }

    @Test(arguments: [
        ("audit", ["-", "-"]), ("audit", ["--crls", "-", "a", "-"]),
        ("audit", ["--password-file=-", "-"]), ("audit", ["-", "--", "-"]),
        ("verify", ["--batch", "--crls", "-"]),
        ("audit", ["--from", "ndjson", "--password-file", "-"]),
        ("audit", ["--from", "ndjson", "-", "--password-file", "-"]), ("compare", ["-", "-"]),
        ("exchange", ["-", "--log", "-"]), ("vet", ["-", "--chain", "-"]), ("inspect", ["-", "a", "-"]),
    ])
    func refuseStandardInputTwice(_ command: String, _ arguments: [String]) throws {
        let message = try refusal(arguments, in: command)
        #expect(message == "- is standard input, which can be read only once")
    }

    @Test func refuseAnOptionUnderTwoNames() throws {
        let message = try refusal(["-f", "a", "--file", "b"], in: "explain")
        #expect(message == "--file is given 2 times, and only one can count")
    }

    @Test(arguments: [
        ("audit", ["a", "-", "b"]), ("audit", ["--from", "ndjson", "-"]), ("audit", ["--output", "-", "-"]),
        ("audit", ["--domain", "a", "--domain", "b"]), ("audit", ["--quiet", "--quiet", "a"]),
        ("audit", ["--at", "2026-11-23", "--", "--at", "--at"]), ("explain", ["454", "-", "4.7.0", "-"]),
        ("exchange", ["a", "-"]),
    ])
    func passWhatCounts(_ command: String, _ arguments: [String]) throws {
        #expect(try refusal(arguments, in: command) == nil)
    }

    @Test func meanStandardOutputByADash() {
        let typed = ["audit", "-", "--output", "-", "--format", "json", "--output=-", "--", "--output", "-"]
        #expect(
            GivenArguments(typed).parsed == ["audit", "-", "--format", "json", "--", "--output", "-"]
        )
    }

    @Test(arguments: [
        (["adit"], "did you mean 'chaincheck audit'?"),
        (["help", "adit"], "did you mean 'chaincheck audit'?"),
        (["AUDIT"], "did you mean 'chaincheck audit'?"),
        (["verfiy", "x"], "did you mean 'chaincheck verify'?"),
        (["roots", "lst"], "did you mean 'chaincheck roots list'?"),
        (["trust"], "did you mean 'chaincheck roots trust'?"), (["/"], "chaincheck audit /"),
        (["xyzzy"], "'chaincheck --help' lists the commands"),
    ])
    func suggestTheCommandThatWasMeant(_ arguments: [String], _ hint: String) throws {
        let run = try Binary(arguments)
        #expect(run.code == 64)
        #expect(run.errors.contains(hint))
    }

    @Test func areRefusedByTheBinary() throws {
        let folder = AuditFolder.good()
        let run = try folder.audit("--format", "csv", "--format", "json")
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("--format is given 2 times, and only one can count"))
        #expect(run.errors.contains("'chaincheck audit --help' lists the options"))
    }

    @Test func writeToStandardOutput() throws {
        let folder = AuditFolder.good()
        #expect(try folder.audit("--output", "-").output == folder.audit().output)
    }

    @Test func tellTheVersionsOfWhatAnswersDependOn() throws {
        for arguments in [["--version"], ["audit", "--version"]] {
            let run = try Binary(arguments)
            #expect(run.code == 0)
            let lines = run.output.split(separator: "\n")
            #expect(lines.first == "chaincheck \(ChainCheck.version)")
            #expect(lines.contains { $0.contains(/^Microsoft root list of \d{4}-\d\d-\d\d, sequence \w+$/) })
            #expect(lines.contains { $0.contains(/^OpenSSL 3\.\d+\.\d+/) })
            #expect(lines.contains { $0.contains(/^libidn2 2\.\d+/) })
        }
    }
}
