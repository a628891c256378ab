import ArgumentParser
import ChainKit
import ExchangeKit
import Reports

/// Prints what is to be known of the rules.
struct RulesCommand: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules, or explain one.",
        discussion: """
            The ids stand in every finding; they are stable, the words of messages are not.

            Exit codes: 0 shown, 64 the command line is wrong or there is no such rule, 74 the answer could not be \
            written.
            """
    )

    /// The forms in which the documentation can be had.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    @Argument(help: "A rule's id, such as root-not-trusted.") var id: String?
    @Option(help: "text, markdown or json.") var format = Format.text
    @Flag(help: "Say which rules reject under which profile of verify, as Markdown.") var profiles = false
    @Flag(help: "Say by which steps Exchange selects a certificate, as Markdown.") var selection = false

    var namedFiles: NamedFiles {
        NamedFiles()
    }

    func run() throws {
        if profiles {
            try StandardOutput.write(ProfileDocumentation.markdown)
            return
        }
        if selection {
            try StandardOutput.write(SelectionDocumentation.markdown)
            return
        }
        let rules = RuleDocumentation.all
        guard let id else {
            switch format {
            case .text: try StandardOutput.write(RulePage.list(RuleDocumentation.parts, style: .detected()))
            case .markdown: try StandardOutput.write(RuleDocumentation.markdown)
            case .json:
                try StandardOutput.write(
                    JSONValue.object([
                        "schemaVersion": JSONValue.schemaVersion, "rules": .array(rules.map(JSONValue.init)),
                    ]).document()
                )
            }
            return
        }
        guard let rule = rules.first(where: { $0.id == id }) else {
            let near = RuleDocumentation.ids(near: id)
            StandardError.report(
                "there is no rule '\(PrintableText.escape(id))'",
                hint: (near.isEmpty ? "" : "did you mean \(near.joined(separator: ", "))? ")
                    + "'chaincheck rules' lists all"
            )
            throw ExitStatus.usage.code
        }
        switch format {
        case .text: try StandardOutput.write(RulePage.page(rule, style: .detected()))
        case .markdown: try StandardOutput.write(RuleDocumentation.markdown(of: rule))
        case .json:
            let document = JSONValue(rule).adding(["schemaVersion": JSONValue.schemaVersion])
            try StandardOutput.write(document.document())
        }
    }
}

extension JSONValue {
    /// An object with more members.
    fileprivate func adding(_ more: [String: JSONValue]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.merging(more) { own, _ in own })
    }

    fileprivate init(_ rule: RuleMetadata) {
        self = .object([
            "id": .string(rule.id),
            "severity": .string(rule.severity.rawValue),
            "title": .string(rule.title),
            "rationale": .string(rule.rationale),
            "remedy": .string(rule.remedy),
            "citations": .strings(rule.citations),
            "certainty": .string(rule.certainty.rawValue),
            "expectedError": .optional(rule.expectedError),
            "since": .string(rule.since),
        ])
    }
}
