package import ChainKit
import ExchangeKit

/// The rules' pages, made from their metadata: what `Documentation/Rules.md` holds.
package enum RuleDocumentation {
    /// Rules that look at the same kind of thing.
    package struct Part: Sendable {
        /// What they look at, as a heading.
        package let heading: String
        /// What is to be known of all of them.
        package let introduction: String
        /// The rules in the order of their ids.
        package let rules: [RuleMetadata]
    }

    /// Every rule, by what it looks at.
    package static let parts = [
        Part(
            heading: "Certificates",
            introduction: """
                An error means that the certificate must not be bound to SMTP; a warning, that it works and something \
                should be done; a note changes no verdict. A single finding may be less grave than its rule, and may \
                count for one role only: for us as the server that Exchange Online connects to, or as the client.
                """,
            rules: RuleRegistry.documentation
        ),
        Part(
            heading: "Connectors and servers",
            introduction: """
                These rules look at what was exported from Exchange and Exchange Online. An error means that mail does \
                not flow, or not as Microsoft supports it; a warning, that it flows and something should be done; a note \
                is worth knowing. A single finding may be less grave, and less sure, than its rule: it says so.
                """,
            rules: ExchangeRuleRegistry.documentation
        ),
        Part(
            heading: "Offers and requests",
            introduction: """
                These rules look at what would come of an offer (`chaincheck vet`). An error means that the certificate \
                must not be bought; a warning, that a condition is attached; a note is worth knowing. Each finding says \
                whether it is certain or depends on the CA.
                """,
            rules: OfferRuleRegistry.documentation
        ),
    ]

    /// Every rule of every part.
    package static var all: [RuleMetadata] { parts.flatMap(\.rules) }

    /// Every rule as one Markdown document, each part headed by a table.
    package static var markdown: String {
        """
        # Rules

        Written by `Scripts/generate-docs` from the rules' own metadata: change it there. `chaincheck rules ID` prints \
        the same on a terminal.

        """ + parts.map(markdown).joined()
    }

    private static func markdown(of part: Part) -> String {
        var text = """

            ## \(part.heading)

            \(part.introduction)

            | Rule | Severity | What it flags |
            | --- | --- | --- |

            """
        for rule in part.rules {
            text += "| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) | \(escape(rule.title)) |\n"
        }
        for rule in part.rules { text += "\n" + markdown(of: rule, level: 3) }
        return text
    }

    /// One rule's page as Markdown, its heading at a level from 1.
    package static func markdown(of rule: RuleMetadata, level: Int = 1) -> String {
        var text = """
            \(String(repeating: "#", count: level)) \(rule.id)

            **\(escape(rule.title))** (\(rule.severity.rawValue), since \(rule.since))

            \(escape(rule.rationale))


            """
        for (label, value) in facts(of: rule) { text += "- \(label): \(escape(value))\n" }
        return text
    }

    /// One rule's page in parts: the label and the text of each, without what its heading says.
    ///
    /// In the order in which they are read.
    package static func facts(of rule: RuleMetadata) -> [(label: String, text: String)] {
        var facts = [(label: "What to do", text: rule.remedy)]
        if let error = rule.expectedError { facts.append(("What an administrator would see", error)) }
        facts.append(("How sure this is", rule.certainty.words))
        facts.append(("Where it is written", rule.citations.joined(separator: "; ")))
        return facts
    }

    /// The ids that are nearest to one that does not exist, the nearest first; empty where none is near.
    package static func ids(near text: String) -> [String] {
        let wanted = Set(text.lowercased().split(separator: "-"))
        let ranked = all.map { rule -> (id: String, common: Int) in
            (rule.id, rule.id.split(separator: "-").count { word in wanted.contains { isAlike($0, word) } })
        }
        return ranked.filter { $0.common > 0 }.sorted { ($1.common, $0.id) < ($0.common, $1.id) }
            .prefix(mostIds).map(\.id)
    }

    private static let mostIds = 5

    private static func isAlike(_ typed: Substring, _ word: Substring) -> Bool {
        typed == word || EditDistance.isOne(typed, word) || word.count > 3 && typed.hasPrefix(word.prefix(4))
    }

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_<>|[]".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }
}

extension Certainty {
    /// How sure it is, in words.
    package var words: String {
        switch self {
        case .standard: "a standard says so, or it follows from the certificate alone"
        case .documented: "Microsoft documents it"
        case .stated: "Microsoft says it, in an excerpt, a translation or for an older version"
        case .reported: "reported by experts; Microsoft does not document it"
        case .inferred: "inferred from what is documented: likely, not certain"
        case .unknown: "unknown: nothing is documented, or sources conflict"
        }
    }
}
