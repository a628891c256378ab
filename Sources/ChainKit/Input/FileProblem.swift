/// Why a file, or a part of it, gave no certificate; in order of seriousness, the most serious first.
public enum FileProblemCode: String, Sendable, Hashable, CaseIterable {
    /// The system refused to open or read it.
    case unreadable
    /// The system had no file descriptor left: nothing is wrong with the file.
    case tooManyOpenFiles = "too-many-open-files"
    /// Over a limit of ``InputLimits``.
    case tooLarge = "too-large"
    /// No given password opens it.
    case wrongPassword = "wrong-password"
    /// This machine's OpenSSL lacks an algorithm that it needs.
    case unsupportedAlgorithm = "unsupported-algorithm"
    /// The end is missing.
    case truncated
    /// Meant to be read, but damaged.
    case malformed
    /// Labelled a certificate, and something else.
    case mislabelled
    /// Says something else than another file of the same.
    case contradiction
    /// Something else than a certificate; nothing is wrong with it.
    case notACertificate = "not-a-certificate"
    /// Nothing in it.
    case empty

    /// Whether the file is merely left out; every other problem is an error.
    public var isSkip: Bool { self == .notACertificate || self == .empty }
}

/// One problem of one file.
public struct FileProblem: Sendable, Hashable {
    /// What kind of problem.
    public let code: FileProblemCode
    /// The line in a text file, from 1.
    public let line: Int?
    /// The offset in octets in a binary file, from 0.
    public let offset: Int?
    /// What was wrong and what to do; lower case, no full stop.
    public let detail: String

    /// Makes a problem.
    public init(code: FileProblemCode, line: Int? = nil, offset: Int? = nil, detail: String) {
        self.code = code
        self.line = line
        self.offset = offset
        self.detail = detail
    }

    /// Position and detail in one text.
    public var message: String {
        if let line { return "line \(line): \(detail)" }
        if let offset { return "offset \(offset): \(detail)" }
        return detail
    }
}
