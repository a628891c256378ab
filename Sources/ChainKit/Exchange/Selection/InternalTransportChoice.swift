/// Which certificate a server presents for X-ANONYMOUSTLS, and how that came.
public struct InternalTransportChoice: Sendable, Hashable {
    /// What comes of it.
    public enum Outcome: Sendable, Hashable {
        /// This certificate is presented.
        case presented(SelectionCandidate)
        /// This one is, although it has expired: event 12015.
        case presentedExpired(SelectionCandidate)
        /// The attribute is empty: X-ANONYMOUSTLS is not offered, event 12012 at the service's start.
        case noThumbprint
        /// The server has no certificate with the thumbprint: event 12013.
        case notFound(thumbprint: String)
        /// The exports do not suffice to say.
        case unknown(reason: String)
    }

    /// What comes of it.
    public let outcome: Outcome
    /// The steps in their order.
    public let steps: [SelectionStep]
    /// How sure the prediction is.
    public let certainty: Certainty
    /// What an administrator should know of it.
    public let remarks: [String]

    /// The certificate that is presented, nil where none is or it is not known which.
    public var presented: SelectionCandidate? {
        switch outcome {
        case .presented(let candidate), .presentedExpired(let candidate): candidate
        case .noThumbprint, .notFound, .unknown: nil
        }
    }

    /// The event that Exchange logs, nil where it logs none or that is not known.
    public var event: Int? {
        switch outcome {
        case .noThumbprint: 12_012
        case .notFound: 12_013
        case .presentedExpired: 12_015
        case .presented, .unknown: nil
        }
    }
}
