/// What speaks against an offer, or is worth knowing of it.
public struct OfferFinding: Sendable, Hashable {
    /// The rule's stable name: of an offer, or of an audit of the certificate that would come of it.
    public let rule: String
    /// How grave it is.
    public let severity: Severity
    /// Whether it follows from what was given.
    public let assurance: Assurance
    /// How sure it is that it matters as the rule says.
    public let certainty: Certainty
    /// What was found, with the evidence; lower case, no full stop.
    ///
    /// Holds text from a request or a certificate as it stands there: escaping for a place is that place's business.
    public let message: String
    /// What to do about it.
    public let remedy: String
    /// The policy that it rests on, empty where it rests on none.
    public let policy: [PolicySource]
}

/// Whether a finding on an offer follows from what was given, or from what the CA will make of it.
public enum Assurance: String, Sendable, Hashable, CaseIterable {
    case certain
    case dependsOnCA = "depends-on-the-ca"

    /// The assurance in words.
    public var words: String {
        switch self {
        case .certain: "certain"
        case .dependsOnCA: "depends on the CA"
        }
    }
}
