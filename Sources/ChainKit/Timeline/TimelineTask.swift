/// Something that somebody has to do by a day.
public struct TimelineTask: Sendable, Hashable {
    /// What is to be done; the raw values are stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Another certificate must be installed.
        case renew
        /// The intermediates of a path that takes over must be installed.
        case installIntermediates = "install-intermediates"
        /// The next certificate must come from another root.
        case changeRoot = "change-root"
        /// From then on a certificate lives for a shorter time.
        case shorterLife = "shorter-life"
        /// Nothing works at all.
        case replaceNow = "replace-now"
        /// This timeline does not show everything.
        case incomplete
    }

    /// What is to be done.
    public let kind: Kind
    /// The last instant at which it helps: where something expires, its last.
    public let due: Instant
    /// One line, with text from the certificate as it stands there.
    public let summary: String
    /// What else is to be known, a paragraph a line.
    public let details: [String]
    /// A name for the task that is the same whenever it is made, whatever its day.
    public let identifier: String

    /// The subject is what the task is about, the same on every day and with every list: the identifier is made of it.
    init(_ kind: Kind, due: Instant, about subject: String, _ summary: String, _ details: [String] = []) {
        self.kind = kind
        self.due = due
        let digest = SHA256Digest(of: Array("\(kind.rawValue) \(subject)".utf8))
        identifier = "\(kind.rawValue)-\(digest.hexadecimal.prefix(32))@chaincheck"
        self.summary = summary
        self.details = details
    }
}
