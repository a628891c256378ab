/// What became of one file.
public struct FileRecord: Sendable, Hashable {
    /// The file, as it was named or found.
    public let path: String
    /// What it is, told by content.
    public var kind: FileKind
    /// How many certificates it gave.
    public var certificates: Int
    /// What was wrong, in the order found.
    public var problems: [FileProblem]
    /// What is worth knowing and not wrong: stable short sentences.
    public var notes: [String]
    /// Private keys noticed.
    public var privateKeys: [FoundPrivateKey]
    /// The outdated encryption that a PKCS #12 needed, in OpenSSL's words ("PBE-SHA1-RC2-40").
    public var legacyEncryption: String?
    /// Where it leads if it is a link, all links on the way followed.
    public var linkTarget: String?

    /// How many objects of Exchange it gave.
    public var exportedObjects = 0
    /// How many of its revocation lists and responses an audit held certificates against.
    public var revocationsUsed = 0

    /// Makes a record.
    public init(
        path: String,
        kind: FileKind,
        certificates: Int = 0,
        problems: [FileProblem] = [],
        notes: [String] = [],
        privateKeys: [FoundPrivateKey] = [],
        legacyEncryption: String? = nil
    ) {
        self.path = path
        self.kind = kind
        self.certificates = certificates
        self.problems = problems
        self.notes = notes
        self.privateKeys = privateKeys
        self.legacyEncryption = legacyEncryption
    }

    /// The most serious problem, nil where there is none.
    public var worstProblem: FileProblem? {
        guard !problems.isEmpty else { return nil }
        let codes = FileProblemCode.allCases
        return problems.min { one, other in
            (codes.firstIndex(of: one.code) ?? 0) < (codes.firstIndex(of: other.code) ?? 0)
        }
    }

    /// Whether something could not be read that should have been.
    public var hasErrors: Bool { problems.contains { !$0.code.isSkip } }

    /// Whether it gave certificates, objects of Exchange, or lists and responses that were used.
    public var isOfUse: Bool { certificates > 0 || exportedObjects > 0 || revocationsUsed > 0 }

    /// "ok" when it was of use and nothing was wrong, else the code of the most serious problem.
    public var status: String {
        guard let worst = worstProblem, !isOfUse || !worst.code.isSkip else { return "ok" }
        return worst.code.rawValue
    }
}

/// What was read from one file.
public struct FileContent: Sendable {
    /// What became of the file.
    public var record: FileRecord
    /// Its certificates in the order of the file.
    public let certificates: [EncodedCertificate]

    /// Its revocation lists and OCSP responses.
    public let revocation: EncodedRevocation

    /// The DER of its certificate requests, which are certificates to be.
    public let requests: [[UInt8]]

    /// Puts a record and what was read together.
    public init(
        record: FileRecord,
        certificates: [EncodedCertificate] = [],
        revocation: EncodedRevocation = EncodedRevocation(),
        requests: [[UInt8]] = []
    ) {
        self.record = record
        self.certificates = certificates
        self.revocation = revocation
        self.requests = requests
    }
}
