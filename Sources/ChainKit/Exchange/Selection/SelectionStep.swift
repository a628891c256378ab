/// One documented step of a selection: who was left after it, and who fell out and why.
public struct SelectionStep: Sendable, Hashable {
    /// A candidate that a step left out.
    public struct Dropped: Sendable, Hashable {
        /// Its thumbprint.
        public let thumbprint: String
        /// Why, lower case, no full stop.
        public let reason: String
    }

    /// The stable name of the step, in kebab case; Documentation/Exchange.md has a line for each.
    public let id: String
    /// What the step does, as a sentence without a full stop.
    public let title: String
    /// Thumbprints of those left, in the order that the step gives them.
    public let left: [String]
    /// Those that the step left out.
    public let dropped: [Dropped]
    /// How sure it is that Exchange does so.
    public let certainty: Certainty
    /// Where it stands written.
    public let source: String
}
