/// The answer to one request, with everything that led to it.
public struct Verification: Sendable {
    /// Yes or no.
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case accept, reject
    }

    /// One thing that speaks against the certificate itself or all of its paths.
    public struct Objection: Sendable, Hashable {
        /// A stable name.
        public let code: String
        /// What is wrong, lower case, no full stop.
        public let message: String
    }

    /// What could not be determined is rejected, and an objection says so.
    public let answer: Answer
    /// The way that was accepted, nil where none was.
    public let accepted: PathAttempt?
    /// Every way that was tried, the best first, each with all its defects.
    public let attempts: [PathAttempt]
    /// What speaks against acceptance, empty where the certificate is accepted.
    public let objections: [Objection]
    /// The limit that cut the search short, nil where none did.
    public let limitMet: PathBudget.Limit?
    /// Whether revocation was looked at: only where lists or responses were given.
    public let checkedRevocation: Bool
}
