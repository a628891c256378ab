/// What somebody is about to buy: a certificate that does not exist yet.
public struct Offer: Sendable {
    /// The request for it, nil where there is none yet.
    public let request: CertificateRequest?
    /// The kind of key that it will have where there is no request.
    public let key: OfferedKey
    /// The names that it must cover.
    public let references: [ReferenceIdentifier]
    /// The first instant of its validity.
    public let start: Instant
    /// How many days it will be valid.
    public let days: Int
    /// Whether a public CA would issue, which is bound by what all public CAs have agreed on.
    public let isPublic: Bool
    /// Keys of other certificates and requests, which must have no factor in common with its own.
    public let neighbours: [NeighbouringKey]

    /// Puts an offer together; without `days` it is valid as long as public CAs may make it on that day.
    public init(
        request: CertificateRequest?,
        key: OfferedKey = .rsa2048,
        references: [ReferenceIdentifier] = [],
        start: Instant,
        days: Int? = nil,
        isPublic: Bool = true,
        neighbours: [NeighbouringKey] = []
    ) {
        self.request = request
        self.key = key
        self.references = references
        self.start = start
        self.isPublic = isPublic
        self.days = days ?? PolicyData.lifetimeLimit(at: start)?.days ?? Self.yearAndMonth
        self.neighbours = neighbours
    }

    /// The last instant of its validity, itself included.
    public var end: Instant { Instant(seconds: start.adding(days: days).seconds - 1) }

    /// What CAs sold before there was a limit.
    private static let yearAndMonth = 398
}

/// The kinds of key that a certificate can be bought for.
public enum OfferedKey: String, Sendable, Hashable, CaseIterable {
    case rsa2048, rsa3072, rsa4096, p256, p384

    /// The key's name as certificates' keys are called.
    public var name: String {
        switch self {
        case .rsa2048: "RSA-2048"
        case .rsa3072: "RSA-3072"
        case .rsa4096: "RSA-4096"
        case .p256: "P-256"
        case .p384: "P-384"
        }
    }
}

/// The key of a certificate or request that was given beside an offer.
public struct NeighbouringKey: Sendable {
    /// The file.
    public let path: String
    let subjectPublicKeyInfo: [UInt8]
    let identity: SHA256Digest

    /// Takes a certificate's key.
    public init(_ certificate: Certificate, path: String) {
        self.path = path
        subjectPublicKeyInfo = Array(certificate.subjectPublicKeyInfo)
        identity = certificate.sha256
    }

    /// Takes a request's key.
    public init(_ request: CertificateRequest, path: String) {
        self.path = path
        subjectPublicKeyInfo = request.subjectPublicKeyInfo
        identity = SHA256Digest(of: request.der)
    }
}
