import ChainKit
import ExchangeExports

extension InstalledCertificate {
    /// Takes what properties and ToString say; what the octets say better stays as it is.
    mutating func take(_ object: ExportedObject, description: CertificateDescription?) {
        if let text = object.text("Issuer") ?? description?.issuer { issuer = text }
        switch object.setting("Subject") {
        case .value(let text): subject = text
        case .empty where certificate == nil: subject = ""
        case .empty, .notExported: subject = description?.subject ?? subject
        }
        switch object.list("CertificateDomains") {
        case .value(let names): domains = names
        case .empty: domains = object["CertificateDomains"] == .null ? domains : []
        case .notExported: break
        }
        if certificate == nil {
            reportedNotBefore = object["NotBefore"].flatMap { ReportedTime($0) } ?? description?.notBefore
            reportedNotAfter = object["NotAfter"].flatMap { ReportedTime($0) } ?? description?.notAfter
        }
        services = object["Services"].flatMap { ExchangeServices($0) }
        status = object["Status"].flatMap { CertificateStatus($0) }
        rootCAType = object["RootCAType"].flatMap { RootCAType($0) }
        hasPrivateKey = object.flag("HasPrivateKey")
        isPrivateKeyExportable = object.flag("PrivateKeyExportable")
        isSelfSigned = object.flag("IsSelfSigned")
        friendlyName = object.text("FriendlyName")
    }

    /// Takes dates of a text format.
    mutating func take(_ period: ReportedPeriod) {
        reportedNotBefore = period.notBefore.map { ReportedTime($0) } ?? reportedNotBefore
        reportedNotAfter = period.notAfter.map { ReportedTime($0) } ?? reportedNotAfter
    }

    /// Takes what the octets say; what Exchange itself exported of the names stays.
    mutating func take(certificate: Certificate?) {
        guard let certificate else { return }
        self.certificate = certificate
        issuer = issuer ?? certificate.issuer.dotNet
        subject = subject ?? certificate.subject.dotNet
        domains = domains ?? Self.domains(of: certificate)
        (reportedNotBefore, reportedNotAfter) = (nil, nil)
    }

    /// The names that Exchange lists as CertificateDomains: those of the subjectAltName, and a common name that is one.
    private static func domains(of certificate: Certificate) -> [String] {
        var names: [String] = []
        for name in certificate.subjectAlternativeNames {
            if case .dns = name { names.append(name.printed) }
        }
        for name in certificate.subject.values(of: AttributeType.commonName)
        where isHostName(name) && !names.contains(where: { $0.lowercased() == name.lowercased() }) {
            names.insert(name, at: 0)
        }
        return names
    }

    private static func isHostName(_ text: String) -> Bool {
        DNSName(text.hasPrefix("*.") ? String(text.dropFirst(2)) : text) != nil
    }
}

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

extension CertificateStatus {
    /// Nil where the export does not say.
    init?(_ value: ExportedValue) {
        guard let text = value.words, !text.isEmpty else { return nil }
        if let number = Int64(text) {
            self.init(number: number)
        } else {
            self = Self.words.first { $0.word.lowercased() == text.lowercased() }?.status ?? .other(text)
        }
    }

    /// Takes the number of an export that keeps no words: only that of valid certificates was ever seen.
    init(number: Int64) { self = number == 1 ? .valid : .other(String(number)) }
}

extension RootCAType {
    /// Nil where the export does not say.
    init?(_ value: ExportedValue) {
        guard let text = value.words, !text.isEmpty else { return nil }
        if let number = Int64(text) {
            self.init(number: number)
        } else {
            self = Self.words.first { $0.word.lowercased() == text.lowercased() }?.type ?? .other(text)
        }
    }

    /// Takes the number of an export that keeps no words.
    ///
    /// 0 (None) and 3 (Registry) were read off real exports; the others follow from the order in which Microsoft's
    /// reference lists the words, which those two keep.
    init(number: Int64) {
        let place = Int(exactly: number)
        self =
            if let place, Self.words.indices.contains(place) { Self.words[place].type } else {
                .other(String(number))
            }
    }
}

extension ExchangeServices {
    /// Nil where the export does not say, or says something that is not understood.
    init?(_ value: ExportedValue) {
        // Places without a letter at the end look like the mark of a missing end.
        if case .cutText(let text) = value {
            guard let services = Self.lettered(text + "...") else { return nil }
            self = services
            return
        }
        // A text goes first: an enumeration's object has a number as well, whose bits were partly inferred.
        guard let words = value.words else { return nil }
        if let number = Int(words) {
            self.init(rawValue: number)
        } else if let services = Self.named(words) ?? Self.lettered(words) {
            self = services
        } else {
            return nil
        }
    }

    /// `IMAP, POP, IIS, SMTP`, or `None`.
    private static func named(_ text: String) -> ExchangeServices? {
        let names = text.split(separator: ",").map { String($0).trimmed }
        return names.isEmpty ? nil : ExchangeServices(each: names)
    }

    /// `IP.WS.`, a letter a service and a dot where it has none; Exchange writes five to seven places.
    private static func lettered(_ text: String) -> ExchangeServices? {
        let text = text.split(separator: "\u{2026}", omittingEmptySubsequences: false).joined(
            separator: "..."
        )
        guard (5...7).contains(text.count) else { return nil }
        var services: ExchangeServices = []
        for (character, place) in zip(text, places) where character != "." {
            guard place.letter == nil || place.letter == character else { return nil }
            services.insert(place.service)
        }
        return services
    }

    // What letter the seventh place has was not seen; that it is the last service follows from the order.
    private static let places: [(letter: Character?, service: ExchangeServices)] = [
        ("I", .imap), ("P", .pop), ("U", .um), ("W", .iis), ("S", .smtp), ("F", .federation),
        (nil, .umCallRouter),
    ]
}
