/// One certificate in the store of one server, as `Get-ExchangeCertificate` reports it.
public struct InstalledCertificate: Sendable, Hashable {
    /// The server's name, nil where the export does not say.
    public var server: String?
    /// The thumbprint as exported, upper case; 40 digits unless somebody edited it.
    public var thumbprint: String
    /// The certificate, nil where neither the export nor a file beside it has its octets.
    public var certificate: Certificate?
    /// The issuer in .NET's rendering, as exported or of the certificate.
    public var issuer: String?
    /// The subject in .NET's rendering, as exported or of the certificate; empty for a certificate without one.
    public var subject: String?
    /// The DNS names as exported or of the certificate, nil where they are unknown or cut.
    public var domains: [String]?
    /// The first instant of validity as exported, where there are no octets.
    public var reportedNotBefore: ReportedTime?
    /// The last instant of validity as exported, where there are no octets.
    public var reportedNotAfter: ReportedTime?
    /// The services, nil where the export does not say.
    public var services: ExchangeServices?
    /// What Exchange found of it, nil where the export does not say.
    public var status: CertificateStatus?
    /// Where the server keeps the root, nil where the export does not say.
    public var rootCAType: RootCAType?
    /// Whether the server has the private key, nil where the export does not say.
    public var hasPrivateKey: Bool?
    /// Whether the private key may be exported, nil where the export does not say.
    public var isPrivateKeyExportable: Bool?
    /// Whether Exchange calls it self-signed, nil where the export does not say.
    public var isSelfSigned: Bool?
    /// Who keeps the private key, nil where the export does not say.
    public var keyProvider: KeyProvider?
    /// The name that somebody gave it, nil where the export does not say.
    public var friendlyName: String?
    /// Whether somebody considers importing it.
    ///
    /// Such a certificate says nothing of what else the store holds.
    public var isOnlyConsidered = false
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a certificate of which nothing else is known yet.
    public init(thumbprint: String, place: ExchangeObjectPlace) {
        self.thumbprint = thumbprint
        self.place = place
    }
}

/// What Exchange found when it checked a certificate, as `Get-ExchangeCertificate` reports it.
public enum CertificateStatus: Sendable, Hashable {
    case dateInvalid, invalid, pendingRequest, revocationCheckFailure, revoked, unknown, untrusted, valid
    /// A number or a word that Microsoft's reference does not name.
    case other(String)

    /// Microsoft's words for the states (Get-ExchangeCertificate).
    package static let words: [(status: Self, word: String)] = [
        (.dateInvalid, "DateInvalid"), (.invalid, "Invalid"), (.pendingRequest, "PendingRequest"),
        (.revocationCheckFailure, "RevocationCheckFailure"), (.revoked, "Revoked"), (.unknown, "Unknown"),
        (.untrusted, "Untrusted"), (.valid, "Valid"),
    ]

    /// Microsoft's word.
    public var word: String {
        if case .other(let text) = self { return text }
        return Self.words.first { $0.status == self }?.word ?? "Unknown"
    }
}

/// In which store of the server the root of a certificate was found, as `Get-ExchangeCertificate` reports it.
///
/// It says where this server keeps the root, not whether Exchange Online trusts it.
public enum RootCAType: Sendable, Hashable {
    case none, thirdParty, enterprise, registry, groupPolicy, unknown
    /// A number or a word that Microsoft's reference does not name.
    case other(String)

    /// Microsoft's words for the types (Get-ExchangeCertificate).
    package static let words: [(type: Self, word: String)] = [
        (.none, "None"), (.thirdParty, "ThirdParty"), (.enterprise, "Enterprise"), (.registry, "Registry"),
        (.groupPolicy, "GroupPolicy"), (.unknown, "Unknown"),
    ]

    /// Microsoft's word.
    public var word: String {
        if case .other(let text) = self { return text }
        return Self.words.first { $0.type == self }?.word ?? "Unknown"
    }
}

/// Who keeps a certificate's private key on a Windows server (CRYPT_KEY_PROV_INFO).
public struct KeyProvider: Sendable, Hashable {
    /// The provider's name, such as `Microsoft RSA SChannel Cryptographic Provider`; nil for the default of its type.
    public let name: String?
    /// The provider's type: 0 for a key storage provider (CNG), 12 for RSA SChannel and so on.
    public let type: Int
    /// The key specification: 1 AT_KEYEXCHANGE, 2 AT_SIGNATURE, 0 or 0xFFFFFFFF for CNG.
    public let keySpecification: Int

    /// Puts the facts together.
    public init(name: String?, type: Int, keySpecification: Int) {
        self.name = name
        self.type = type
        self.keySpecification = keySpecification
    }

    /// The provider in words.
    package var words: String { name.map { "\"\($0)\"" } ?? "the default provider of type \(type)" }

    /// Whether the key lies with a key storage provider (CNG) and not with a cryptographic service provider.
    public var isKeyStorageProvider: Bool { type == 0 }
}

/// Where an object of an inventory was read.
public struct ExchangeObjectPlace: Sendable, Hashable {
    /// The file as the user named it.
    public let path: String
    /// The line, from 1.
    public let line: Int

    /// Names a line of a file.
    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}

/// An end of validity as an export without the certificate's octets reports it: in the server's culture and zone.
public struct ReportedTime: Sendable, Hashable {
    /// The text as exported.
    public let text: String
    /// Every instant that the text may stand for, in ascending order, the zone taken as UTC; empty where it is no date.
    public let readings: [Instant]
    /// Whether the export names the zone; otherwise each reading may be off by a day's half and more.
    public let hasZone: Bool

    /// Puts the facts together.
    public init(text: String, readings: [Instant], hasZone: Bool) {
        self.text = text
        self.readings = readings.sorted()
        self.hasZone = hasZone
    }

    /// Whether day and month can be told apart in more than one way.
    public var isAmbiguous: Bool { readings.count > 1 }
}
