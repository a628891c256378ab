/// What is to be known of a rule without a certificate: its page in the documentation.
public struct RuleMetadata: Sendable, Hashable {
    /// The stable name, in kebab case, after what the rule flags.
    public let id: String
    /// How grave a finding of the rule usually is; a single finding may be less grave.
    public let severity: Severity
    /// What the rule flags, as a sentence without a full stop.
    public let title: String
    /// Why it matters.
    public let rationale: String
    /// What to do about it.
    public let remedy: String
    /// Where it stands written.
    public let citations: [String]
    /// How sure it is that Exchange and Exchange Online behave as the rationale says.
    public let certainty: Certainty
    /// What an administrator would see if the certificate were bound all the same, nil where nothing is known.
    public let expectedError: String?
    /// The version that brought the rule.
    public let since: String

    init(
        id: String,
        severity: Severity,
        title: String,
        rationale: String,
        remedy: String,
        citations: [String],
        certainty: Certainty,
        expectedError: String? = nil,
        since: String
    ) {
        self.id = id
        self.severity = severity
        self.title = title
        self.rationale = rationale
        self.remedy = remedy
        self.citations = citations
        self.certainty = certainty
        self.expectedError = expectedError
        self.since = since
    }
}

/// How grave a finding is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing; changes no verdict.
    case note
    /// The certificate works today and something should be done.
    case warning
    /// The certificate must not be bound to SMTP.
    case error

    /// Graver is more.
    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
