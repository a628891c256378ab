import ArgumentParser
import ChainKit

/// Answers whether a root is trusted, for a purpose and an issue date, at a time.
struct RootsTrust: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Say whether a root is trusted for a purpose, an issue date and a time.",
        discussion: """
            With --batch, reads lines such as {"sha1":"…","purpose":"server_auth","leaf_not_before":"…","at":"…"} \
            from standard input and writes each with "verdict" and "reason" added.
            """
    )

    @Argument(help: "The root's SHA-1 thumbprint.") var thumbprint: String?
    @Option(help: "server_auth, client_auth, email, code_signing, time_stamping or an object identifier.")
    var purpose = RootPurpose.server.rawValue
    @Option(help: ArgumentHelp("When the certificate was issued; --at by default.", valueName: "RFC3339"))
    var issued: String?
    @Flag(help: "Answer queries from standard input, a line each.") var batch = false
    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions

    var namedFiles: NamedFiles {
        NamedFiles.of(roots)
    }

    func validate() throws {
        if batch == (thumbprint != nil) { throw ValidationError("give a thumbprint, or --batch") }
        if RootPurpose.purpose(named: purpose) == nil {
            throw ValidationError("--purpose: unknown '\(purpose)'")
        }
        if let issued, Instant(rfc3339: issued) == nil {
            throw ValidationError("--issued: '\(issued)' is no time")
        }
    }

    func run() throws {
        let query = RootTrustQuery(list: try roots.load(), now: try time.instant())
        if batch {
            try answerAll(query)
            return
        }
        let answer = query.answer([
            "sha1": .optional(thumbprint), "purpose": .string(purpose), "leaf_not_before": .optional(issued),
        ])
        switch answer {
        case .success(let verdict):
            try StandardOutput.write("\(verdict.outcome.rawValue): \(verdict.reason)\n")
            if !verdict.isTrusted { throw ExitCode(1) }
        case .failure(let error):
            StandardError.report(error.message)
            throw ExitCode(64)
        }
    }

    private func answerAll(_ query: RootTrustQuery) throws {
        var isComplete = true
        try StandardInput.forEachLines { lines in
            for line in lines {
                let answer: Result<JSONValue, RootTrustQuery.Failure>
                let number: Int
                switch line {
                case .octets(let octets, let place):
                    guard octets.contains(where: { $0 > 0x20 }) else { continue }
                    (answer, number) = (query.answer(line: octets), place)
                case .tooLong(let place):
                    let failure = RootTrustQuery.Failure(message: "the line is \(BoundedLines.tooLong)")
                    (answer, number) = (.failure(failure), place)
                }
                switch answer {
                case .success(let record): try StandardOutput.write(record.line())
                case .failure(let error):
                    isComplete = false
                    let record = JSONValue.object([
                        "error": .string(error.message), "line": .integer(Int64(number)),
                    ])
                    try StandardOutput.write(record.line())
                }
            }
        }
        if !isComplete { throw ExitCode(2) }
    }
}
