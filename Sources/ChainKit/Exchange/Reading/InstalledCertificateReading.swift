import ExchangeExports

/// What an exported object says of one certificate of a server.
struct InstalledCertificateReading: Sendable {
    /// What is known of it; the thumbprint is empty where the reading is ``isUnidentified``.
    private(set) var installed: InstalledCertificate
    /// Whether neither octets nor a thumbprint tell which certificate it is.
    private(set) var isUnidentified: Bool
    /// The certificate's octets, nil where the export has none.
    private(set) var certificate: Certificate?
    /// The serial number as exported, in hexadecimal without zeros in front: it may tell which certificate it is.
    private(set) var serialNumber: String?
    private(set) var problems: [ExchangeInventory.Problem] = []
    /// What could not be read and is not missed, because the object says it in another place.
    private(set) var notes: [String] = []
    /// Whether the certificate lies in another store than the computer's personal one, where Exchange does not look.
    private(set) var isElsewhere = false

    /// Reads an object; `period` is what its dates mean beside the others of the file, where they are text.
    init(_ object: ExportedObject, period: ReportedPeriod? = nil) {
        let place = ExchangeObjectPlace(object.place)
        let serialized = SerializedFacts(object)
        let description = object.text.flatMap { CertificateDescription($0) }
        installed = InstalledCertificate(thumbprint: "", place: place)
        isUnidentified = true
        let serial = (object.text("SerialNumber") ?? description?.serialNumber)?.lowercased()
        serialNumber = serial.map { String($0.drop { $0 == "0" }) }
        if let store = object.text("PSParentPath", "PSPath") {
            isElsewhere = !store.lowercased().contains("localmachine\\my")
        }
        if let der = object["RawData"]?.octets ?? serialized?.der { parse(der) }
        let identity = object.text("Identity") ?? serialized?.identity
        let parts = identity?.split(separator: "\\").map(String.init) ?? []
        let exported =
            object.text("Thumbprint") ?? (parts.count == 2 ? parts[1] : nil) ?? description?.thumbprint
        identify(by: exported?.uppercased())
        // PSComputerName is the server that PowerShell was connected to, which `-Server` may have made another.
        installed.server = parts.count == 2 ? parts[0] : object.text("Server", "PSComputerName")
        installed.take(certificate: certificate)
        installed.take(object, description: description)
        if certificate == nil, let period { installed.take(period) }
        if let serialized { take(serialized) }
    }

    /// Takes what properties did not say.
    ///
    /// A selection such as Collect-ChainCheck.ps1's has the facts as properties, too: there nothing is lost with a
    /// serialisation that cannot be read.
    private mutating func take(_ serialized: SerializedFacts) {
        let isSaidElsewhere =
            installed.services != nil && installed.status != nil && installed.rootCAType != nil
        installed.take(serialized)
        for problem in serialized.problems {
            guard !isSaidElsewhere else {
                notes.append(
                    "line \(installed.place.line): \(problem); the properties beside it say the same"
                )
                continue
            }
            report(problem)
        }
    }

    private mutating func identify(by exported: String?) {
        let computed = certificate?.thumbprint.hexadecimal
        if let computed, let exported, computed != exported {
            report("the thumbprint \(exported) is not that of the octets beside it, which is \(computed)")
        }
        guard let thumbprint = computed ?? exported else { return }
        installed.thumbprint = thumbprint
        isUnidentified = false
    }

    /// Says which certificate it is.
    mutating func identify(as certificate: Certificate) {
        installed.thumbprint = certificate.thumbprint.hexadecimal
        installed.take(certificate: certificate)
        isUnidentified = false
    }

    private mutating func parse(_ der: [UInt8]) {
        do throws(CertificateError) {
            certificate = try Certificate(der: der)
        } catch {
            report("the octets are no certificate: \(error.reason)")
        }
    }

    private mutating func report(_ reason: String) {
        problems.append(ExchangeInventory.Problem(installed.place, reason))
    }
}
