extension Certainty {
    /// A statement in the words that it deserves: as a fact, as a report, or as a guess.
    func says(_ fact: String, infinitive: String) -> String {
        switch self {
        case .standard, .documented, .stated: fact
        case .reported: "is reported to \(infinitive)"
        case .inferred: "is likely to \(infinitive)"
        case .unknown: "may \(infinitive)"
        }
    }
}
