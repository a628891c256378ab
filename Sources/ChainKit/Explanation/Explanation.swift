/// What is known of a text that somebody pasted: the errors in it, and the facts that it states.
public struct Explanation: Sendable, Hashable {
    /// An error that was recognised.
    public struct Recognised: Sendable, Hashable {
        /// Its page.
        public let error: KnownError
        /// The codes, words and events by which it was recognised, as they stand in the text.
        public internal(set) var seen: [String]
        /// In how many places it stands.
        public internal(set) var count: Int
        /// What to look at next, names of the text filled in.
        public let checks: [ErrorCheck]
    }

    /// The errors, those that more speaks for first.
    public let errors: [Recognised]
    /// What the text states.
    public let facts: [PastedFact]
    /// Codes and events in the text of which nothing is known here.
    public let notInCatalogue: [String]

    /// Whether anything was recognised.
    public var isRecognised: Bool { !errors.isEmpty }

    /// Explains a text: a reply, a code, an event, a word, a line of a log, a whole delivery report.
    public init(of text: String) { self.init(of: [text]) }

    /// Explains several texts as one.
    public init(of texts: [String]) {
        let passages = texts.map { PastedText($0).passages }
        facts = PastedFacts.all(in: passages.joined())
        var tally = ErrorTally(facts: facts)
        for passage in passages.joined() {
            tally.count(PassageReading(passage, catalogue: ErrorCatalogue.all))
        }
        errors = tally.errors
        notInCatalogue = tally.notInCatalogue
    }
}
