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
    /// What an administrator would see if the certificate were bound all the same, nil where nothing is
    /// known.
    public let expectedError: String?
    /// What follows from a finding of the rule for those who act on many rules' findings.
    let traits: RuleTraits
    /// The policies of programmes and browsers that stand behind the rule, and may change.
    let policy: [PolicySource]
    /// The version that brought the rule.
    public let since: String

    package init(
        id: String,
        severity: Severity,
        title: String,
        rationale: String,
        remedy: String,
        citations: [String],
        certainty: Certainty,
        expectedError: String? = nil,
        traits: RuleTraits = [],
        policy: [PolicySource] = [],
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
        self.traits = traits
        self.policy = policy
        self.since = since
    }
}

/// What follows from a rule's finding elsewhere: it stands on the rule, so that nobody keeps a list of rules.
package struct RuleTraits: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The path reaches no root that is trusted for mail: Exchange Online answers with UntrustedRoot.
    package static let meansNotTrusted = Self(rawValue: 1 << 0)
    /// An issuing certificate is not at hand, which others may have.
    package static let meansIssuerMissing = Self(rawValue: 1 << 1)
    /// The certificate was made for something else than transport, and nobody would bind it.
    static let meansOtherPurpose = Self(rawValue: 1 << 2)
    /// The private key lies in a file under no password.
    package static let meansKeyExposed = Self(rawValue: 1 << 3)
    /// A name that was asked about is not the certificate's.
    static let meansNameNotCovered = Self(rawValue: 1 << 4)
    /// Exchange Online refuses the certificate for the names that it looks for.
    package static let meansNamesRefused = Self(rawValue: 1 << 5)
    /// Which intermediate will issue is not known.
    package static let meansIntermediateUnknown = Self(rawValue: 1 << 6)
    /// It is about files and servers, or about an end that every certificate has: nothing of one that is only
    /// offered.
    static let needsFilesOrServers = Self(rawValue: 1 << 7)
    /// The rules for requests say the same of one.
    static let toldOfRequests = Self(rawValue: 1 << 8)
    /// What it looks at stands in a certificate because the CA puts it there.
    static let decidedByCA = Self(rawValue: 1 << 9)
    /// Another intermediate of the same root may not share what it looks at.
    static let differsByIntermediate = Self(rawValue: 1 << 10)
    /// The certificate signed itself and is no trusted root.
    package static let meansSelfSigned = Self(rawValue: 1 << 11)
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
