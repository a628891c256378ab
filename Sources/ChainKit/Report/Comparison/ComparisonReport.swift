/// Everything that a report on two certificates says.
public struct ComparisonReport: Sendable {
    /// The old certificate as a person named it: a file or a thumbprint.
    public var oldInput: String
    /// The new certificate as a person named it.
    public var newInput: String
    /// On what trust rests, in words.
    public var trust: String
    /// The names asked about.
    public var references: [ReferenceIdentifier]
    /// The comparison.
    public var comparison: Comparison

    /// Puts a report together.
    public init(
        oldInput: String,
        newInput: String,
        trust: String,
        references: [ReferenceIdentifier],
        comparison: Comparison
    ) {
        self.oldInput = oldInput
        self.newInput = newInput
        self.trust = trust
        self.references = references
        self.comparison = comparison
    }
}
