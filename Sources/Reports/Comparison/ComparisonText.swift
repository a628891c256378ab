package import ChainKit
package import ExchangeKit
import Octets

/// Everything that a report on two certificates says.
package struct ComparisonReport: Sendable {
    /// The old certificate as a person named it: a file or a thumbprint.
    package var oldInput: String
    /// The new certificate as a person named it.
    package var newInput: String
    /// On what trust rests, in words.
    package var trust: String
    /// The names asked about.
    package var references: [ReferenceIdentifier]
    /// The comparison.
    package var comparison: Comparison

    /// Puts a report together.
    package init(
        oldInput: String,
        newInput: String,
        trust: String,
        references: [ReferenceIdentifier],
        comparison: Comparison
    ) {
        self.oldInput = oldInput
        self.newInput = newInput
        self.trust = trust
        self.references = references
        self.comparison = comparison
    }
}

/// Writes a comparison for people: the answer first, then what to do, then everything side by side.
package struct ComparisonText: Sendable {
    private let toolVersion: String
    let style: TextStyle

    /// Makes a writer.
    package init(toolVersion: String, style: TextStyle) {
        self.toolVersion = toolVersion
        self.style = style
    }

    /// The whole report.
    package func page(_ report: ComparisonReport) -> String {
        var page = TextPage(style: style)
        let comparison = report.comparison
        writeHeader(report, to: &page)
        writeAnswer(comparison, to: &page)
        writeSteps(comparison.steps, to: &page)
        writeNames(comparison.names, to: &page)
        writeAspects(comparison.aspects, to: &page)
        for note in comparison.notes {
            page.paragraph(
                style.paint("note", .faint) + " " + TextPage.show(note, upTo: TextPage.messageLimit),
                indent: 2,
                hanging: 5
            )
        }
        return page.text
    }

    private func writeHeader(_ report: ComparisonReport, to page: inout TextPage) {
        let comparison = report.comparison
        let names =
            report.references.isEmpty ? [] : ["for " + report.references.map(\.text).joined(separator: ", ")]
        page.paragraph(
            (["chaincheck \(toolVersion)", "as of \(comparison.time.date)", report.trust] + names)
                .joined(separator: " · "),
            hanging: 2
        )
        for (label, input, record) in [
            ("old", report.oldInput, comparison.old), ("new", report.newInput, comparison.new),
        ] {
            let certificate = record.certificate
            page.field(
                label,
                "\(TextPage.show(certificate.label)), \(certificate.thumbprint.hexadecimal), in \(TextPage.show(input))",
                labelWidth: 5
            )
        }
        page.blank()
    }

    private func writeAnswer(_ comparison: Comparison, to page: inout TextPage) {
        let (mark, meaning, sentence): (String, TextStyle.Meaning, String) =
            switch comparison.answer {
            case .dropIn: ("DROP-IN", .good, "the new certificate takes the old one's place as it is")
            case .doThis:
                (
                    "DO THIS", .warning,
                    "the new certificate may take the old one's place, with \(Count.text(comparison.steps.count, "thing")) to be done"
                )
            case .doNotInstall: ("DO NOT INSTALL", .bad, "the new certificate must not be bound to SMTP")
            }
        page.wrap(sentence, after: style.paint(mark, meaning) + "  ", hanging: mark.count + 2)
        page.blank()
    }

    private func writeSteps(_ steps: [ComparisonStep], to page: inout TextPage) {
        var warned: Set<String> = []
        for (number, step) in steps.enumerated() {
            page.wrap(
                TextPage.show(step.message, upTo: TextPage.messageLimit),
                after: style.paint("\(number + 1)", .strong) + " ",
                hanging: 2
            )
            for remedy in step.remedies { page.remedy(remedy, warned: &warned) }
        }
        if !steps.isEmpty { page.blank() }
    }
}

// What both certificates have, beside each other.
extension ComparisonText {
    func writeNames(_ names: ComparedNames, to page: inout TextPage) {
        page.paragraph(style.paint("NAMES", .strong))
        for (label, list) in [
            ("lost", names.lost), ("gained", names.gained), ("by wildcard", names.coveredByWildcard),
            ("kept", names.kept),
        ] where !list.isEmpty {
            let shown = list.prefix(Self.namesShown).map { TextPage.show($0) }.joined(separator: ", ")
            let rest = list.count - min(list.count, Self.namesShown)
            page.field(label, shown + (rest > 0 ? " and \(Count.text(rest)) more" : ""), labelWidth: 13)
        }
        page.blank()
    }

    func writeAspects(_ aspects: [ComparedAspect], to page: inout TextPage) {
        page.paragraph(style.paint("SIDE BY SIDE", .strong))
        for aspect in aspects {
            let label = aspect.kind.words
            let lead = aspect.isSame ? "  = " : style.paint("  ! ", .warning)
            let padded = lead + style.paint(DisplayWidth.pad(label, to: Self.labelWidth), .faint)
            let (old, new) = (show(aspect.old), show(aspect.new))
            page.wrap(old, after: padded, hanging: 4 + Self.labelWidth)
            guard !aspect.isSame else { continue }
            page.wrap(
                new == old ? new + ", another one" : new,
                after: String(repeating: " ", count: 1 + Self.labelWidth) + "-> ",
                hanging: 4 + Self.labelWidth
            )
        }
        page.blank()
    }

    private func show(_ text: String) -> String {
        text.isEmpty ? "(empty)" : TextPage.show(text, upTo: TextPage.messageLimit)
    }

    private static let labelWidth = 21
    private static let namesShown = 50
}

extension ComparedAspect.Kind {
    /// What is compared, as a label.
    fileprivate var words: String {
        switch self {
        case .tlsCertificateName: "TlsCertificateName"
        case .extendedKeyUsage: "extended key usage"
        case .signatureAlgorithm: "signature"
        case .keyUsage: "key usage"
        case .verdict, .score, .subject, .issuer, .key, .validity, .lifetime, .path, .root: rawValue
        }
    }
}
