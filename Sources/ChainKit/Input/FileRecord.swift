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

    /// Whether path, kind and the number of certificates are all that there is to say.
    var isPlain: Bool {
        problems.isEmpty && notes.isEmpty && privateKeys.isEmpty && legacyEncryption == nil
            && linkTarget == nil && exportedObjects == 0 && revocationsUsed == 0
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

/// What a file is, told by its content and never by its name.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
    /// PEM with at least one certificate, or with blocks of several kinds.
    case pem
    /// One or several certificates in DER.
    case der
    /// A CMS message, in PEM or binary: certificates as Windows exports a chain, or a signed message.
    case pkcs7
    /// A PFX: certificates and keys under a password.
    case pkcs12
    /// Base64 without armour, or of a whole PEM.
    case base64
    /// Windows' serialized store (.sst).
    case serializedStore = "serialized-store"
    /// A request that a CA has not answered yet.
    case certificateRequest = "certificate-request"
    /// A CRL.
    case revocationList = "revocation-list"
    /// The answer of an OCSP responder.
    case ocspResponse = "ocsp-response"
    /// A private key alone.
    case privateKey = "private-key"
    /// A public key alone.
    case publicKey = "public-key"
    /// A certificate trust list (.stl).
    case trustList = "trust-list"
    /// A Java key store in its own format.
    case javaKeyStore = "java-key-store"
    /// Objects that a cmdlet of PowerShell wrote out.
    case exchangeExport = "exchange-export"
    /// Text that holds nothing of the above.
    case text
    /// Nothing, or white space only.
    case empty
    /// A folder, reported where it could not be read.
    case folder
    /// A device, pipe, socket, or a link that leads nowhere.
    case special
    /// Anything else.
    case other

    /// The kind as people say it, lower case.
    package var words: String {
        switch self {
        case .pem: "PEM"
        case .der: "DER"
        case .pkcs7: "PKCS #7"
        case .pkcs12: "PKCS #12"
        case .base64: "base64"
        case .serializedStore: "serialized store"
        case .certificateRequest: "certificate request"
        case .revocationList: "revocation list"
        case .ocspResponse: "OCSP response"
        case .privateKey: "private key"
        case .publicKey: "public key"
        case .trustList: "trust list"
        case .javaKeyStore: "Java key store"
        case .exchangeExport: "export of Exchange"
        case .text: "text"
        case .empty: "empty"
        case .folder: "folder"
        case .special: "not a regular file"
        case .other: "unknown"
        }
    }
}

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
