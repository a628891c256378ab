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
