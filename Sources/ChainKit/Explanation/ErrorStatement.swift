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
