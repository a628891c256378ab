/// Writes the answer to one verification for people.
public struct VerificationText: Sendable {
    private let style: TextStyle

    /// Makes a writer.
    public init(style: TextStyle) { self.style = style }

    /// The answer first, then every way with what is wrong with it.
    public func page(_ verification: Verification) -> String {
        var page = TextPage(style: style)
        switch verification.answer {
        case .accept: page.paragraph(style.paint("ACCEPT", .good))
        case .reject: page.paragraph(style.paint("REJECT", .bad))
        }
        for objection in verification.objections {
            page.field(objection.code, TextPage.show(objection.message), labelWidth: 32)
        }
        for (number, attempt) in verification.attempts.prefix(Self.mostAttempts).enumerated() {
            let names = attempt.path.certificates.map { TextPage.show($0.label) }
            let end = attempt.path.anchor == nil ? " > ?" : ""
            page.paragraph("path \(number + 1): " + names.joined(separator: " > ") + end, hanging: 4)
            for defect in attempt.defects {
                let name = TextPage.show(attempt.path.certificates[defect.position].label)
                page.paragraph("\(name): \(TextPage.show(defect.words))", indent: 4, hanging: 4)
            }
        }
        let more = verification.attempts.count - Self.mostAttempts
        if more > 0 { page.paragraph("and \(more) paths more; --format json has all") }
        if !verification.checkedRevocation {
            page.paragraph(style.paint("revocation was not checked: no list was given", .faint))
        }
        return page.text
    }

    private static let mostAttempts = 10
}
