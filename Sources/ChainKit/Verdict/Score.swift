/// How good an eligible certificate is, from 0 to 100, and what that is made of.
///
/// The score orders certificates that may be bound; it never decides whether one may. Documentation/Scoring.md says
/// why each part weighs what it does.
public struct Score: Sendable, Hashable {
    /// One part of a score.
    public struct Part: Sendable, Hashable {
        /// The part's stable name.
        public let name: String
        /// The points given.
        public let points: Int
        /// The points that there are.
        public let maximum: Int
        /// Why so many, in words.
        public let reason: String
    }

    /// The sum of the parts, 0 for what must not be bound.
    public let value: Int
    /// The parts, always all of them and in the same order; empty where the certificate must not be bound.
    public let parts: [Part]

    /// The score of what is not eligible.
    public static let zero = Score(value: 0, parts: [])

    init(parts: [Part]) { self.init(value: parts.reduce(0) { $0 + $1.points }, parts: parts) }

    private init(value: Int, parts: [Part]) {
        self.value = value
        self.parts = parts
    }
}

/// What a score looks at: facts, not the certificate.
package struct ScoreFacts: Sendable, Hashable {
    /// How the names asked about are covered, at its worst.
    package enum Names: Sendable, Hashable {
        case notAsked, exact, wildcard
        /// So many of so many are covered.
        case some(Int, of: Int)
    }

    /// Kinds of key that weigh differently.
    package enum Key: Sendable, Hashable {
        case rsa, other
    }

    /// Whether the path is trusted only for now: a renewal would be refused, or the root has a day of its own.
    package var trustEnds: Bool
    /// How the names are covered.
    package var names: Names
    /// Whole days until the certificate expires.
    package var daysLeft: Int
    /// Whole days that it is valid in all.
    package var lifetimeDays: Int
    /// The kind of key.
    package var key: Key
    /// Whether a hash on the path below the root is weak.
    package var hasWeakHash: Bool
    /// Whether the certificate names its purposes and server authentication among them, or names none.
    package var servesAsServer: Bool
    /// Warnings in all.
    package var warnings: Int

    /// Puts the facts together.
    package init(
        trustEnds: Bool,
        names: Names,
        daysLeft: Int,
        lifetimeDays: Int,
        key: Key,
        hasWeakHash: Bool,
        servesAsServer: Bool,
        warnings: Int
    ) {
        self.trustEnds = trustEnds
        self.names = names
        self.daysLeft = daysLeft
        self.lifetimeDays = lifetimeDays
        self.key = key
        self.hasWeakHash = hasWeakHash
        self.servesAsServer = servesAsServer
        self.warnings = warnings
    }
}

extension Score {
    /// Weighs the facts of a certificate that may be bound.
    package init(_ facts: ScoreFacts) {
        self.init(parts: [
            Self.path(facts), Self.names(facts), Self.lifetime(facts), Self.key(facts), Self.hash(facts),
            Self.purposes(facts), Self.cleanliness(facts),
        ])
    }

    private static func path(_ facts: ScoreFacts) -> Part {
        facts.trustEnds
            ? Part(name: "path", points: 30, maximum: 40, reason: "trusted, but a renewal will not be")
            : Part(name: "path", points: 40, maximum: 40, reason: "complete and trusted")
    }

    private static func names(_ facts: ScoreFacts) -> Part {
        switch facts.names {
        case .notAsked: Part(name: "names", points: 20, maximum: 20, reason: "no name was asked about")
        case .exact: Part(name: "names", points: 20, maximum: 20, reason: "named exactly")
        case .wildcard: Part(name: "names", points: 15, maximum: 20, reason: "covered by a wildcard")
        case .some(let covered, let all):
            Part(
                name: "names",
                points: 10 * covered / max(all, 1),
                maximum: 20,
                reason: "\(covered) of \(all) names covered"
            )
        }
    }

    private static func lifetime(_ facts: ScoreFacts) -> Part {
        let third = max(facts.lifetimeDays / 3, 1)
        let points = max(0, min(15, 15 * facts.daysLeft / third))
        return Part(name: "lifetime", points: points, maximum: 15, reason: "\(facts.daysLeft) days left")
    }

    private static func key(_ facts: ScoreFacts) -> Part {
        switch facts.key {
        case .rsa: Part(name: "key", points: 10, maximum: 10, reason: "every Exchange version takes the key")
        case .other:
            Part(name: "key", points: 7, maximum: 10, reason: "only newer Exchange versions take the key")
        }
    }

    private static func hash(_ facts: ScoreFacts) -> Part {
        facts.hasWeakHash
            ? Part(name: "hash", points: 0, maximum: 5, reason: "a signature uses a weak hash")
            : Part(name: "hash", points: 5, maximum: 5, reason: "no weak hash")
    }

    private static func purposes(_ facts: ScoreFacts) -> Part {
        facts.servesAsServer
            ? Part(name: "purposes", points: 5, maximum: 5, reason: "server authentication allowed")
            : Part(name: "purposes", points: 0, maximum: 5, reason: "server authentication not allowed")
    }

    private static func cleanliness(_ facts: ScoreFacts) -> Part {
        let warnings = facts.warnings == 1 ? "1 warning" : "\(facts.warnings) warnings"
        return Part(name: "cleanliness", points: max(0, 5 - facts.warnings), maximum: 5, reason: warnings)
    }
}
