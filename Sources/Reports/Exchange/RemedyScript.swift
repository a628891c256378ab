import ChainKit
package import ExchangeKit

/// Writes remedies as one commented script for a person to read, and to run line by line.
package struct RemedyScript: Sendable {
    private let toolVersion: String

    static let firstWords = "# Written by chaincheck "

    /// Makes a writer.
    package init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The script in UTF-8 with a byte order mark, without which Windows PowerShell 5.1 reads ANSI.
    ///
    /// Every command that changes something has `-WhatIf`: run as it is, the script changes nothing.
    package func octets(_ diagnosis: Diagnosis) -> [UInt8] {
        Array("\u{feff}".utf8) + Array(text(diagnosis).replacingLineEnds.utf8)
    }

    private func text(_ diagnosis: Diagnosis) -> String {
        var lines = [
            "\(Self.firstWords)\(toolVersion) for \(diagnosis.situation.time.rfc3339).",
            "# Read it before you run it. Commands that change something have -WhatIf: take it away line by line.",
            "# Never add -Force to Enable-ExchangeCertificate: it replaces the default SMTP certificate unasked.",
        ]
        var shell: Remedy.Shell?
        var written: Set<Remedy> = []
        for finding in diagnosis.findings {
            let remedies = finding.remedies.filter { written.insert($0).inserted }
            guard !remedies.isEmpty else { continue }
            lines += ["", "# ---- \(finding.rule) (\(finding.severity.rawValue))"]
            lines += comment(finding.message)
            for remedy in remedies {
                lines += [""] + comment("\(remedy.goal) [\(remedy.certainty.rawValue): \(remedy.source)]")
                lines += remedy.dangers.flatMap { comment("beware: \($0)") }
                if shell != remedy.shell {
                    lines += comment("in: \(remedy.shell.name)")
                    shell = remedy.shell
                }
                lines += remedy.commands.map { $0.text(whatIf: true) }
            }
        }
        if written.isEmpty { lines += ["", "# There is nothing to do."] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A comment that nothing from a certificate or an export can leave: line ends are escaped.
    private func comment(_ text: String) -> [String] { ["# " + PrintableText.escape(text)] }
}

extension String {
    /// The text with the line ends of Windows.
    fileprivate var replacingLineEnds: String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}

extension TextPage {
    /// Says what to do and what to type; a danger that was told already is not told again.
    mutating func remedy(_ remedy: Remedy, warned: inout Set<String>) {
        let place = remedy.commands.isEmpty ? "" : ", in the \(remedy.shell.name)"
        paragraph(
            "-> \(Self.show(remedy.goal, upTo: Self.messageLimit))\(place) (\(remedy.certainty.rawValue); \(remedy.source))\(remedy.commands.isEmpty ? "" : ":")",
            indent: 2,
            hanging: 3
        )
        // Commands are pasted whole, so that they are never wrapped; nothing in them is hidden (PowerShellLiteral).
        for command in remedy.commands { verbatim("     " + command.text()) }
        for danger in remedy.dangers where warned.insert(danger).inserted {
            paragraph("beware: " + Self.show(danger, upTo: Self.messageLimit), indent: 5, hanging: 2)
        }
    }
}
