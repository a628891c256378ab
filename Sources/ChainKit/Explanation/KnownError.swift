/// One error that administrators see, and what it tells about certificates: a page of the catalogue.
public struct KnownError: Sendable, Hashable {
    /// What an error has to do with certificates.
    public enum Bearing: String, Sendable, Hashable, CaseIterable {
        /// It comes from a certificate, or from what names one.
        case certificate
        /// A certificate is one of several usual causes.
        case possible
        /// No certificate causes it.
        case unrelated
    }

    /// The stable name, in kebab case, after what is wrong.
    public let id: String
    /// What happened, as a sentence without a full stop.
    public let title: String
    /// What it has to do with certificates.
    public let bearing: Bearing
    /// The likely causes, the most likely first.
    public let causes: [ErrorStatement]
    /// What else the same words can mean.
    public let otherReadings: [ErrorStatement]
    /// What to look at next, in this order.
    public let checks: [ErrorCheck]
    /// Text in which it stands; each leads back to this error.
    public let examples: [String]
    /// What it is recognised by: any of these is enough.
    let signs: [ErrorSign]
    /// Whether it only wraps another error, and is passed over where that one is known.
    let isWrapper: Bool

    init(
        id: String,
        title: String,
        bearing: Bearing = .certificate,
        signs: [ErrorSign],
        causes: [ErrorStatement],
        otherReadings: [ErrorStatement] = [],
        checks: [ErrorCheck],
        examples: [String],
        isWrapper: Bool = false
    ) {
        self.id = id
        self.title = title
        self.bearing = bearing
        self.signs = signs
        self.causes = causes
        self.otherReadings = otherReadings
        self.checks = checks
        self.examples = examples
        self.isWrapper = isWrapper
    }
}
