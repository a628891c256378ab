/// A certificate beside the one that is to take its place.
public struct Comparison: Sendable {
    /// What a person is to do with the new certificate.
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        /// It takes the old one's place as it is.
        case dropIn = "drop-in"
        /// It may take its place once something is done.
        case doThis = "do-this"
        /// It must not be installed.
        case doNotInstall = "do-not-install"
    }

    /// The certificate in use, as the audit judges it.
    public let old: AuditRecord
    /// The new one, as the same audit judges it.
    public let new: AuditRecord
    /// The instant for which both were judged.
    public let time: Instant
    /// The names of both.
    public let names: ComparedNames
    /// Everything else, side by side.
    public let aspects: [ComparedAspect]
    /// What must be done, in the order of doing it; empty for a drop-in replacement.
    public let steps: [ComparisonStep]
    /// What is worth knowing and asks for nothing; lower case, no full stop.
    public let notes: [String]

    init(old: AuditRecord, new: AuditRecord, time: Instant, inventory: ExchangeInventory?) {
        self.old = old
        self.new = new
        self.time = time
        names = ComparedNames(old: old.certificate, new: new.certificate)
        aspects = ComparedAspect.all(old, new)
        steps = ComparisonStep.all(old: old, new: new, names: names, inventory: inventory)
        notes = ComparisonNotes.all(old.certificate, new.certificate)
    }

    /// What is to be done with the new certificate.
    public var answer: Answer {
        switch new.verdict {
        case .ineligible, nil: .doNotInstall
        case .undetermined: .doThis
        case .eligible, .eligibleWithWarnings: steps.isEmpty ? .dropIn : .doThis
        }
    }

    /// Whether the new certificate has the old one's key.
    public var isKeyReused: Bool { old.certificate.publicKey.sha256 == new.certificate.publicKey.sha256 }
}
