/// What Exchange Online makes of the certificate that a connector presents.
public enum OnlineAcceptance: Sendable, Hashable {
    /// The connector does not carry mail to or from Exchange Online, or presents nothing.
    case notConcerned
    /// Nothing speaks against it.
    case accepted(Certainty)
    /// These findings speak against it; the text is what would be seen.
    case refused([Finding], error: String?, Certainty)
    /// What is known does not suffice; the text says what is missing.
    case unknown(String)

    /// Whether the certificate is refused.
    public var isRefused: Bool {
        if case .refused = self { true } else { false }
    }

    /// The answer in a word, as reports give it.
    public var word: String {
        switch self {
        case .notConcerned: "not-concerned"
        case .accepted: "accepted"
        case .refused: "refused"
        case .unknown: "unknown"
        }
    }
}
