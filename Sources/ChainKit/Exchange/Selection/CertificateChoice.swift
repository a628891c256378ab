/// Which certificate a connector presents, and how that came.
public struct CertificateChoice: Sendable, Hashable {
    /// What comes of a selection.
    public enum Outcome: Sendable, Hashable {
        /// This certificate is presented.
        case presented(SelectionCandidate)
        /// None is: STARTTLS is not offered, or the connection has no credentials.
        case none(reason: String)
        /// One of these, or none: the exports do not suffice to say which.
        case undetermined([SelectionCandidate], reason: String)
    }

    /// The name that was looked for.
    public let name: EffectiveName
    /// What comes of it.
    public let outcome: Outcome
    /// The steps in their order.
    public let steps: [SelectionStep]
    /// The others that could have been chosen, the next one first.
    public let runnersUp: [SelectionCandidate]
    /// Those that only the missing private key left out.
    public let withoutPrivateKey: [SelectionCandidate]
    /// How sure the prediction is: the least sure of the steps that decided.
    public let certainty: Certainty
    /// What an administrator should know of the choice: tie-breakers that disagree, an expired winner, lower case.
    public let remarks: [String]

    /// The certificate that is presented, nil where none is or it is not known which.
    public var presented: SelectionCandidate? {
        if case .presented(let candidate) = outcome { candidate } else { nil }
    }
}
