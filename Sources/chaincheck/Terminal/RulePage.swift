import ChainKit
import Reports

/// The rules' documentation as text for a terminal.
enum RulePage {
    /// A line a rule under what it looks at: id, severity, title.
    static func list(_ parts: [RuleDocumentation.Part], style: TextStyle) -> String {
        let width = parts.flatMap(\.rules).map(\.id.count).max() ?? 0
        return parts.map { part in
            let lines = part.rules.map { rule in
                let severity = TextLayout.cell(rule.severity.rawValue, width: 7)
                let id = TextLayout.cell(rule.id, width: width)
                return "\(id)  \(style.paint(severity, rule.severity.meaning))  \(rule.title)\n"
            }
            return "\(style.paint(part.heading, .strong))\n\n" + lines.joined()
        }.joined(separator: "\n")
    }

    /// One rule's page.
    static func page(_ rule: RuleMetadata, style: TextStyle) -> String {
        let severity = style.paint(rule.severity.rawValue, rule.severity.meaning)
        var lines = ["\(style.paint(rule.id, .strong))  \(severity)", rule.title, ""]
        lines += TextLayout.wrap(rule.rationale, width: style.width)
        for (label, text) in RuleDocumentation.facts(of: rule) {
            lines += ["", style.paint(label, .strong)]
            lines += TextLayout.wrap(text, width: style.width - 2).map { "  " + $0 }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension Severity {
    fileprivate var meaning: TextStyle.Meaning {
        switch self {
        case .error: .bad
        case .warning: .warning
        case .note: .faint
        }
    }
}
