import ArgumentParser
import ExchangeKit
import Reports

/// Says what errors mean for certificates.
struct ExplainCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what an error of Exchange is likely to mean for certificates, and what to look at.",
        discussion: """
            Takes an SMTP reply, a status code, an event, a word such as UntrustedRoot, or a whole delivery report, event \
            or protocol log, in any language. Every statement says how sure it is and where it comes from.

            Exit codes: 0 something was recognised, 3 nothing was (--allow-empty makes it 0), 2 the file could not be \
            read, 64 the command line is wrong, 74 the answer could not be written.
            """
    )

    /// The forms in which an explanation can be had.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(
        help: ArgumentHelp(
            "What to explain: 454 4.7.0 … or event 12014; - for standard input.",
            valueName: "text"
        )
    )
    var text: [String] = []

    @Option(
        name: [.short, .customLong("file")],
        help: ArgumentHelp(
            "Explain what is in this file; a protocol log may have any length.",
            valueName: "file"
        )
    )
    var file: String?

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var empty: EmptyOptions

    var namedFiles: NamedFiles {
        NamedFiles().reading("--file", file)
    }

    func validate() throws {
        if text.isEmpty, file == nil {
            throw ValidationError("say what to explain, name a file with -f, or give - for standard input")
        }
        if !text.isEmpty, file != nil { throw ValidationError("give a text or a file, not both") }
    }

    func run() throws {
        let (explanation, log) = try explained()
        switch format {
        case .text:
            try StandardOutput.write(ExplanationText(style: .detected()).page(explanation, log: log))
        case .json: try StandardOutput.write(ExplanationJSON().document(explanation, log: log))
        }
        if !explanation.isRecognised, log == nil { throw ExitStatus.nothingToJudge.code }
    }

    private func explained() throws -> (Explanation, ProtocolLog?) {
        if let file { return try explained(file: file) }
        if text == ["-"] { return try explained(file: "-") }
        return Self.explained(Array(text.joined(separator: " ").utf8))
    }

    /// A text that is there as a whole.
    private static func explained(_ octets: [UInt8]) -> (Explanation, ProtocolLog?) {
        guard ProtocolLog.isBeginning(octets) else { return (Explanation(ofOctets: octets), nil) }
        var reader = ProtocolLogReader()
        reader.read(octets)
        let log = reader.finish()
        // What is pasted without the log's header may have other text around it.
        let explanation = log.hasHeader ? Explanation(of: log) : Explanation(ofOctets: octets)
        return (explanation, log)
    }

    private func explained(file: String) throws -> (Explanation, ProtocolLog?) {
        let input = try StreamedInput(file)
        let beginning = try input.read()
        guard beginning.count == StreamedInput.piece else { return Self.explained(beginning) }
        guard ProtocolLog.isBeginning(beginning) else {
            let octets = try beginning + input.read(upTo: Explanation.octetLimit)
            if octets.count > Explanation.octetLimit {
                StandardError.report("only the first \(Explanation.octetLimit >> 20) MiB were looked at")
            }
            return (Explanation(ofOctets: octets), nil)
        }
        let log = try input.protocolLog(after: beginning)
        return (Explanation(of: log), log)
    }
}

extension Explanation {
    /// Explains what failed in a log.
    fileprivate init(of log: ProtocolLog) { self.init(of: log.failures.map(\.text)) }
}
