package import ChainKit
import Octets

/// Writes the answer to one verification for people.
package struct VerificationText: Sendable {
    private let style: TextStyle

    /// Makes a writer.
    package init(style: TextStyle) { self.style = style }

    /// The answer first, then every way with what is wrong with it.
    package func page(_ verification: Verification) -> String {
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

/// Writes the answer to one verification as JSON.
package struct VerificationJSON: Sendable {
    /// Whether this is a document of its own with the ways that were tried, or the answer to a line alone.
    package var includesAttempts: Bool

    /// Makes a writer.
    package init(includesAttempts: Bool = true) { self.includesAttempts = includesAttempts }

    /// One object on one line, without a line end.
    ///
    /// - Parameters:
    ///   - verification: the answer.
    ///   - identifier: what the question was called, nil to leave the member out.
    /// - Returns: the object's text in UTF-8.
    package func line(_ verification: Verification, identifier: String? = nil) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            if includesAttempts { json.member("schemaVersion", JSONText.schemaVersion) }
            if let identifier { json.member("id", identifier) }
            json.member("verdict", verification.answer.rawValue)
            json.key("findings")
            json.array(verification.objections) { json, objection in
                json.object { json in
                    json.member("code", objection.code)
                    json.member("message", objection.message)
                }
            }
            guard includesAttempts else { return }
            json.member("checkedRevocation", verification.checkedRevocation)
            json.member("searchLimit", verification.limitMet?.rawValue)
            json.key("path")
            if let accepted = verification.accepted { json.attempt(accepted) } else { json.null() }
            json.key("attempts")
            json.array(verification.attempts) { json, attempt in json.attempt(attempt) }
            json.summary(verification.counts)
        }
        return json.octets
    }

    /// What a question that could not be read is answered with.
    package func error(_ message: String, identifier: String?, line: Int) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("id", identifier)
            json.member("error", message)
            json.member("line", line)
        }
        return json.octets
    }
}

extension JSONText {
    fileprivate mutating func attempt(_ attempt: PathAttempt) {
        object { json in
            json.key("certificates")
            json.array(attempt.path.certificates) { json, certificate in
                json.object { json in
                    json.member("sha256", certificate.sha256)
                    json.member("subject", certificate.subject.rfc4514.shortened)
                }
            }
            json.member("endsInAnchor", attempt.path.anchor != nil)
            json.key("defects")
            json.array(attempt.defects) { json, defect in json.defect(defect) }
        }
    }
}
