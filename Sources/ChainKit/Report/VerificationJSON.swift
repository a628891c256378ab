/// Writes the answer to one verification as JSON.
public struct VerificationJSON: Sendable {
    /// Whether this is a document of its own with the ways that were tried, or the answer to a line alone.
    public var includesAttempts: Bool

    /// Makes a writer.
    public init(includesAttempts: Bool = true) { self.includesAttempts = includesAttempts }

    /// One object on one line, without a line end.
    ///
    /// - Parameters:
    ///   - verification: the answer.
    ///   - identifier: what the question was called, nil to leave the member out.
    /// - Returns: the object's text in UTF-8.
    public func line(_ verification: Verification, identifier: String? = nil) -> [UInt8] {
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
    public func error(_ message: String, identifier: String?, line: Int) -> [UInt8] {
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
