public import ChainKit
import Octets

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

extension Explanation {
    /// Octets of a text that are looked at; what comes after them is not.
    public static let octetLimit = PastedText.limit * 2

    /// Explains the text of a file, in UTF-8 or, as PowerShell writes it, UTF-16.
    public init(ofOctets octets: [UInt8]) {
        var lines = StreamedLines()
        var text: [UInt8] = []
        let take: (ArraySlice<UInt8>) -> Void = { line in
            text += line
            text.append(0x0a)
        }
        lines.take(Array(octets.prefix(Self.octetLimit)), take)
        lines.finish(take)
        self.init(of: String(decoding: text, as: UTF8.self))
    }
}

/// Something that a pasted text states, shown back so that the reader sees what was understood.
public struct PastedFact: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The name that was looked for.
        case domain
        /// The name that the connector goes by.
        case fqdn
        /// The connector.
        case connector
        /// The name that the other side expected in the certificate.
        case expectedSubject
        /// The subject of the certificate that it was shown.
        case presentedSubject
        /// A certificate's thumbprint, of any length.
        case thumbprint
        /// The text by which a connector names its certificate, `<I>issuer<S>subject`.
        case tlsCertificateName
        /// The server that answered.
        case server
        /// The reason that is given, in the program's words.
        case reason
    }

    /// What it is.
    public let kind: Kind
    /// The value as the text has it.
    public let value: String

    /// Whether the value is a host name or hexadecimal text, which can stand in a command as it is.
    var isPlain: Bool {
        value.utf8.allSatisfy { OctetRuns.isDigit($0) || OctetRuns.isLetter($0) || ".-".utf8.contains($0) }
            && value.utf8.first != UInt8(ascii: "-")
    }
}

/// One statement of the catalogue, how sure it is and where it comes from.
public struct ErrorStatement: Sendable, Hashable {
    /// The statement, without a full stop.
    public let text: String
    /// How sure it is.
    public let certainty: Certainty
    /// Where it stands; empty for what is inferred or unknown and has no source of its own.
    public let sources: [ErrorSource]

    /// Microsoft documents it.
    static func documented(_ text: String, _ sources: ErrorSource...) -> ErrorStatement {
        ErrorStatement(text: text, certainty: .documented, sources: sources)
    }

    /// Microsoft says it, in an excerpt, a translation, a blog or for an older version.
    static func stated(_ text: String, _ sources: ErrorSource...) -> ErrorStatement {
        ErrorStatement(text: text, certainty: .stated, sources: sources)
    }

    /// Known experts or administrators report it.
    static func reported(_ text: String, _ sources: ErrorSource...) -> ErrorStatement {
        ErrorStatement(text: text, certainty: .reported, sources: sources)
    }

    /// It follows from the above; likely, not certain.
    static func inferred(_ text: String, _ sources: ErrorSource...) -> ErrorStatement {
        ErrorStatement(text: text, certainty: .inferred, sources: sources)
    }

    /// Nothing is known, or sources conflict.
    static func unknown(_ text: String, _ sources: ErrorSource...) -> ErrorStatement {
        ErrorStatement(text: text, certainty: .unknown, sources: sources)
    }
}
