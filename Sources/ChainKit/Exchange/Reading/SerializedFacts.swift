import ExchangeExports

/// What Exchange's own serialisation of a certificate holds, which over remote PowerShell is all that comes with the octets.
struct SerializedFacts: Sendable, Hashable {
    var der: [UInt8]?
    var identity: String?
    var services: ExchangeServices?
    var status: CertificateStatus?
    var rootCAType: RootCAType?
    var isPrivateKeyExportable: Bool?
    var isSelfSigned: Bool?
    var keyProvider: KeyProvider?
    var friendlyName: String?

    /// Nil where the object has no serialisation, or none that can be read.
    init?(_ object: ExportedObject) { return nil }
}

extension InstalledCertificate {
    /// Takes what properties did not say.
    mutating func take(_ facts: SerializedFacts) {
        services = services ?? facts.services
        status = status ?? facts.status
        rootCAType = rootCAType ?? facts.rootCAType
        isPrivateKeyExportable = isPrivateKeyExportable ?? facts.isPrivateKeyExportable
        isSelfSigned = isSelfSigned ?? facts.isSelfSigned
        keyProvider = keyProvider ?? facts.keyProvider
        friendlyName = friendlyName ?? facts.friendlyName
    }
}
