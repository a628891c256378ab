import ExchangeExports

/// What Exchange's own serialisation of a certificate holds, which over remote PowerShell is all that comes with the octets.
struct SerializedFacts: Sendable, Hashable {
    private(set) var der: [UInt8]?
    private(set) var identity: String?
    private(set) var services: ExchangeServices?
    private(set) var status: CertificateStatus?
    private(set) var rootCAType: RootCAType?
    private(set) var isPrivateKeyExportable: Bool?
    private(set) var isSelfSigned: Bool?
    private(set) var keyProvider: KeyProvider?
    private(set) var friendlyName: String?
    /// What could not be read, lower case, no full stop.
    private(set) var problems: [String] = []

    /// Nil where the object has no serialisation.
    init?(_ object: ExportedObject) {
        guard let octets = object["SerializationData"]?.octets else { return nil }
        do throws(BinaryFormatterError) {
            take(try SerializedExchangeCertificate(octets: octets))
        } catch {
            problems = ["SerializationData: \(error.reason)"]
        }
    }

    private mutating func take(_ serialized: SerializedExchangeCertificate) {
        identity = serialized.identity
        let flags = serialized.services.flatMap { Int(exactly: $0) }
        services = flags.map { ExchangeServices(rawValue: $0) }
        status = serialized.status.map { CertificateStatus(number: $0) }
        rootCAType = serialized.rootCAType.map { RootCAType(number: $0) }
        isPrivateKeyExportable = serialized.isPrivateKeyExportable
        isSelfSigned = serialized.isSelfSigned
        guard let octets = serialized.storeElement else { return }
        let element = StoreElement(octets: octets)
        der = element.certificate
        friendlyName = element.friendlyName
        keyProvider = element.keyProvider.map {
            KeyProvider(name: $0.name, type: Int($0.type), keySpecification: Int($0.keySpec))
        }
        problems = element.problems.map { "SerializationData: \($0)" }
    }
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
