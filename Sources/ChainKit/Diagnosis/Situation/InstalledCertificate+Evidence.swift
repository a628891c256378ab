extension InstalledCertificate {
    /// The first instant of validity, nil where it is unknown or can be read in two ways.
    var validFrom: Instant? { certificate?.notBefore.instant ?? reportedNotBefore?.onlyReading }

    /// The last instant of validity, nil where it is unknown or can be read in two ways.
    var validUntil: Instant? { certificate?.notAfter.instant ?? reportedNotAfter?.onlyReading }

    /// Whether the export says that SMTP is assigned to it.
    var hasSmtp: Bool { services?.contains(.smtp) == true }

    /// The thumbprint, the issuer and the first day, as far as they are known.
    var evidence: String {
        var parts = [thumbprint]
        if let issuer { parts.append("issued by \"\(issuer)\"") }
        if let text = Self.date(validFrom, reportedNotBefore) { parts.append("valid from \(text)") }
        return parts.joined(separator: ", ")
    }

    /// The last day, as far as it is known.
    var end: String { Self.date(validUntil, reportedNotAfter) ?? "an unknown date" }

    /// The names that Exchange looks at: the DNS names, and the common name; nil where they are unknown.
    var transportNames: [String]? {
        if let certificate {
            let names = certificate.subjectAlternativeNames.compactMap { name in
                if case .dns(let octets) = name { String(decoding: octets, as: UTF8.self) } else { nil }
            }
            return Self.unique(names + certificate.subject.values(of: AttributeType.commonName))
        }
        guard let domains else { return nil }
        return Self.unique(domains)
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.lowercased()).inserted }
    }

    private static func date(_ instant: Instant?, _ reported: ReportedTime?) -> String? {
        instant?.date ?? reported.map { "\"\($0.text)\"" }
    }
}

extension ReportedTime {
    /// The one instant that the text stands for, nil where there are several or none.
    fileprivate var onlyReading: Instant? { readings.count == 1 ? readings.first : nil }
}
