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
