/// Something that must be done before or when the new certificate takes the old one's place.
public struct ComparisonStep: Sendable, Hashable {
    /// Why; the raw values are stable.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The new certificate may not be bound, or nothing can be said of it.
        case notEligible = "not-eligible"
        /// Names are gone.
        case namesLost = "names-lost"
        /// A purpose of TLS is gone.
        case purposeLost = "purpose-lost"
        /// A use of the key is gone.
        case keyUsageLost = "key-usage-lost"
        /// Connectors must name another certificate.
        case connectors
        /// Other intermediates must be installed.
        case intermediates
        /// The audit warns of something that the old certificate had not.
        case warning
        /// The new certificate ends before the old one.
        case endsEarlier = "ends-earlier"
    }

    /// Why.
    public let reason: Reason
    /// What is so, with the evidence; lower case, no full stop.
    public let message: String
    /// What to do, and what to type.
    public let remedies: [Remedy]

    init(_ reason: Reason, _ message: String, _ remedies: [Remedy]) {
        self.reason = reason
        self.message = message
        self.remedies = remedies
    }

    /// Every step, in the order of doing it.
    static func all(
        old: AuditRecord,
        new: AuditRecord,
        names: ComparedNames,
        inventory: ExchangeInventory?
    ) -> [ComparisonStep] {
        JudgementSteps(old: old, new: new).steps
            + LossSteps(old: old.certificate, new: new.certificate, names: names, inventory: inventory).steps
            + PathSteps(old: old, new: new).steps
            + ConnectorSteps(old: old.certificate, new: new.certificate, inventory: inventory).steps
            + SelectionSteps(old: old.certificate, new: new.certificate).steps
    }
}
