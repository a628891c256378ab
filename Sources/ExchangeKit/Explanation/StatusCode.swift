/// An enhanced status code (RFC 3463), with the reply code before it where there is one.
struct StatusCode: Sendable, Hashable {
    /// The reply code (RFC 5321), such as 454; nil where the text has none.
    let reply: Int?
    /// The first number: 4 for now, 5 for good.
    let kind: Int
    /// The second number.
    let subject: Int
    /// The third number.
    let detail: Int

    /// As it is written, `454 4.7.0`.
    var text: String { (reply.map { "\($0) " } ?? "") + "\(kind).\(subject).\(detail)" }
}

/// Enhanced status codes that mean the same.
struct StatusCodes: Sendable, Hashable {
    private let kinds: ClosedRange<Int>
    private let subject: Int
    private let details: ClosedRange<Int>
    private let replies: Set<Int>

    /// One code, with any reply code before it or none.
    static func code(_ kind: Int, _ subject: Int, _ detail: Int) -> StatusCodes {
        StatusCodes(kinds: kind...kind, subject: subject, details: detail...detail, replies: [])
    }

    /// One code with this reply code before it, or none.
    static func code(_ kind: Int, _ subject: Int, _ detail: Int, after reply: Int) -> StatusCodes {
        StatusCodes(kinds: kind...kind, subject: subject, details: detail...detail, replies: [reply])
    }

    /// A range of codes.
    static func codes(_ kind: Int, _ subject: Int, _ details: ClosedRange<Int>) -> StatusCodes {
        StatusCodes(kinds: kind...kind, subject: subject, details: details, replies: [])
    }

    /// A code that comes as 4 and as 5.
    static func either(_ subject: Int, _ detail: Int) -> StatusCodes {
        StatusCodes(kinds: 4...5, subject: subject, details: detail...detail, replies: [])
    }

    func contains(_ code: StatusCode) -> Bool {
        kinds.contains(code.kind) && code.subject == subject && details.contains(code.detail)
            && (replies.isEmpty || code.reply.map(replies.contains) ?? true)
    }
}
