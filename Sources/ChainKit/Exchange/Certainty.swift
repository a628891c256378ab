/// How sure a statement about Exchange is.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// A standard says so, or it follows from the certificate alone.
    case standard
    /// Microsoft documents it.
    case documented
    /// Microsoft says it, in an excerpt, a translation or for an older version.
    case stated
    /// Known experts report it; Microsoft does not document it.
    case reported
    /// Inferred from the above; likely, not certain.
    case inferred
    /// Nothing is known, or sources conflict.
    case unknown
}

extension Certainty: Comparable {
    /// Surer is less.
    public static func < (one: Self, other: Self) -> Bool { one.doubt < other.doubt }

    private var doubt: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
