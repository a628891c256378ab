extension Certainty {
    /// A statement in the words that it deserves: as a fact, as a report, or as a guess.
    func says(_ fact: String, infinitive: String) -> String {
        switch self {
        case .standard, .documented, .stated: fact
        case .reported: "is reported to \(infinitive)"
        case .inferred: "is likely to \(infinitive)"
        case .unknown: "may \(infinitive), which is not documented"
        }
    }

    /// The least sure of several: a chain of reasons is as sure as its weakest.
    static func weakest(_ first: Certainty, _ others: Certainty...) -> Certainty {
        others.reduce(first) { $0.rank >= $1.rank ? $0 : $1 }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
