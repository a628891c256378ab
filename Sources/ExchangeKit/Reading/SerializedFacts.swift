import ChainKit
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

/// What .NET's `X509Certificate2.ToString()` says: sections headed by a name in brackets, each line indented.
///
/// CliXML keeps it beside the octets, and formats that keep nothing else of a certificate may keep it. Its dates are in
/// the culture-invariant form `MM/dd/yyyy HH:mm:ss`, in the local time of the machine that wrote them.
struct CertificateDescription: Sendable, Hashable {
    let subject: String?
    let issuer: String?
    let serialNumber: String?
    let thumbprint: String?
    let notBefore: ReportedTime?
    let notAfter: ReportedTime?

    /// Nil for text that is none.
    init?(_ text: String) {
        guard text.contains("[Subject]") else { return nil }
        var sections: [String: [String]] = [:]
        var current: String?
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                current = String(line.dropFirst().dropLast())
            } else if let current, line.hasPrefix(" ") {
                sections[current, default: []].append(String(line).trimmed)
            }
        }
        func first(_ name: String) -> String? { sections[name]?.first }
        subject = sections["Subject"].map { $0.first ?? "" }
        issuer = first("Issuer")
        serialNumber = first("Serial Number")
        thumbprint = first("Thumbprint")
        notBefore = first("Not Before").map { Self.time($0) }
        notAfter = first("Not After").map { Self.time($0) }
    }

    private static func time(_ text: String) -> ReportedTime {
        ReportedTime(text: text, readings: instant(text).map { [$0] } ?? [], hasZone: false)
    }

    private static func instant(_ text: String) -> Instant? {
        let numbers = text.split { !$0.isNumber }.map { Int($0) }
        guard numbers.count == 6, text.count == 19, let month = numbers[0], let day = numbers[1],
            let year = numbers[2], let hour = numbers[3], let minute = numbers[4], let second = numbers[5]
        else { return nil }
        return Instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}
