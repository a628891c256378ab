import ArgumentParser
import ChainKit
import FoundationEssentials
import Octets
import Reports

/// Answers whether a root is trusted, for a purpose and an issue date, at a time.
struct RootsTrust: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Say whether a root is trusted for a purpose, an issue date and a time.",
        discussion: """
            With --batch, reads lines such as {"sha1":"…","purpose":"server_auth","leaf_not_before":"…","at":"…"} \
            from standard input and writes each with "verdict" and "reason" added.

            \(ExitStatus.help("the root is not trusted, with --batch any of them"))
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
    @OptionGroup var empty: EmptyOptions

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
        let query = RootTrustQuery(list: try roots.loadSigned(), now: try time.instant())
        if batch {
            var counts = JudgementCounts()
            do {
                try answerAll(query, &counts)
            } catch is StandardOutput.ReaderGone {
                throw ExitStatus(counts, isFailed: counts.unfit > 0).whenReaderIsGone.code
            }
            try ExitStatus(counts, isFailed: counts.unfit > 0, allowsEmpty: empty.allowEmpty)
                .end(counts, .roots)
            return
        }
        let answer = query.answer([
            "sha1": .optional(thumbprint), "purpose": .string(purpose), "leaf_not_before": .optional(issued),
        ])
        switch answer {
        case .success(let verdict):
            try StandardOutput.write("\(verdict.outcome.rawValue): \(verdict.reason)\n")
            if !verdict.isTrusted { throw ExitStatus.unfit.code }
        case .failure(let error):
            StandardError.report(error.message)
            throw ExitStatus.usage.code
        }
    }

    private func answerAll(_ query: RootTrustQuery, _ counts: inout JudgementCounts) throws {
        try StandardInput.forEachLines { lines in
            for line in lines {
                guard let answer = answer(line, query) else { continue }
                let record: JSONValue
                switch answer.result {
                case .success(let answer):
                    counts.judged += 1
                    if !answer.isTrusted { counts.unfit += 1 }
                    record = answer.record
                case .failure(let error):
                    counts.unread += 1
                    record = .object([
                        "error": .string(error.message), "line": .integer(Int64(answer.number)),
                    ])
                }
                try StandardOutput.answer(Array(record.line().utf8))
            }
        }
    }

    /// Nil for a line that holds nothing.
    private func answer(_ line: BoundedLines.Line, _ query: RootTrustQuery)
        -> (result: Result<RootTrustQuery.Answer, RootTrustQuery.Failure>, number: Int)?
    {
        switch line {
        case .octets(let octets, let number):
            octets.contains { $0 > 0x20 } ? (query.answer(line: octets), number) : nil
        case .tooLong(let number):
            (.failure(RootTrustQuery.Failure(message: "the line is \(BoundedLines.tooLong)")), number)
        }
    }
}

/// Answers single questions about the list's trust.
struct RootTrustQuery {
    /// Why a question cannot be answered.
    struct Failure: Error {
        let message: String
    }

    let list: MicrosoftRootList
    /// Stands in where a question has no time.
    let now: Instant

    /// The answer to a line.
    struct Answer {
        let isTrusted: Bool
        /// The question's fields with "verdict" and "reason".
        let record: JSONValue
    }

    func answer(line: ArraySlice<UInt8>) -> Result<Answer, Failure> {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line)) else {
            return .failure(Failure(message: "the line is not JSON"))
        }
        guard case .object(var fields) = value else {
            return .failure(Failure(message: "the line is not a JSON object"))
        }
        return answer(fields).map { verdict in
            fields["verdict"] = .string(verdict.outcome.rawValue)
            fields["reason"] = .string(verdict.reason)
            return Answer(isTrusted: verdict.isTrusted, record: .object(fields))
        }
    }

    func answer(_ fields: [String: JSONValue]) -> Result<RootVerdict, Failure> {
        Result { () throws(Failure) in
            guard let text = fields["sha1"]?.text, let thumbprint = Thumbprint(hexadecimal: text) else {
                throw Failure(message: "sha1 is not a thumbprint of 40 hexadecimal digits")
            }
            guard let name = fields["purpose"]?.text, let purpose = RootPurpose.purpose(named: name) else {
                throw Failure(
                    message:
                        "purpose is none of \(RootPurpose.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            let instant = try time("at", fields) ?? now
            return list.verdict(
                on: thumbprint,
                for: purpose,
                leafNotBefore: try time("leaf_not_before", fields) ?? instant,
                at: instant
            )
        }
    }

    private func time(_ name: String, _ fields: [String: JSONValue]) throws(Failure) -> Instant? {
        guard let field = fields[name], field != .null else { return nil }
        guard let text = field.text, let instant = Instant(rfc3339: text) else {
            throw Failure(message: "\(name) is not an RFC 3339 time")
        }
        return instant
    }
}
