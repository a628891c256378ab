package import ChainKit

/// What the audit says of each installed certificate whose octets are known.
package struct CertificateJudgements: Sendable {
    private let records: [SHA256Digest: AuditRecord]

    /// Keeps the records by what they are about.
    init(_ records: [AuditRecord]) {
        self.records = Dictionary(records.map { ($0.certificate.sha256, $0) }) { first, _ in first }
    }

    /// The audit's record of a certificate, nil where its octets are unknown.
    package func record(of installed: InstalledCertificate) -> AuditRecord? {
        installed.certificate.flatMap { records[$0.sha256] }
    }

    /// How the server that has a certificate sees it.
    func standing(of installed: InstalledCertificate) -> LocalStanding {
        let record = record(of: installed)
        if isSelfSigned(installed, record) { return .selfSigned }
        switch installed.status {
        // Microsoft's article has expiry checked after the choice, and an expired certificate offered all the same.
        case .valid, .dateInvalid: return .valid
        case .invalid, .revoked, .pendingRequest:
            return .invalid(reason: "Exchange gives its Status as \(installed.status?.word ?? "")")
        case .revocationCheckFailure, .untrusted, .unknown, .other:
            return .unknown(
                reason:
                    "Exchange gives its Status as \(installed.status?.word ?? ""), which is reported to keep certificates out of the selection"
            )
        case nil: return standing(without: installed, record)
        }
    }

    /// The standing where the export holds no Status.
    private func standing(without installed: InstalledCertificate, _ record: AuditRecord?) -> LocalStanding {
        if record?.search.attempts.contains(where: { $0.path.anchor != nil && $0.isLocallyValid }) == true {
            return .valid
        }
        switch installed.rootCAType {
        case .thirdParty, .registry, .enterprise, .groupPolicy: return .valid
        case .some(.none), .unknown, .other, nil:
            return .unknown(
                reason: "the export holds no Status, and which roots this server trusts is not known"
            )
        }
    }

    private func isSelfSigned(_ installed: InstalledCertificate, _ record: AuditRecord?) -> Bool {
        if let said = installed.isSelfSigned { return said }
        if let record { return record.isSelfSigned }
        guard let issuer = installed.issuer, let subject = installed.subject else { return false }
        return issuer == subject
    }
}

extension AuditRecord {
    /// Whether the certificate signed itself and is no trusted root.
    var isSelfSigned: Bool { findings.contains { Self.selfSignedRules.contains($0.rule) } }

    private static let selfSignedRules = RuleRegistry.ids(with: .meansSelfSigned)
}

extension PathAttempt {
    /// Whether a server that trusts the anchor would call the path valid, whatever Microsoft's list says of it.
    fileprivate var isLocallyValid: Bool {
        defects.allSatisfy { defect in
            switch defect.kind {
            case .anchorRefused: true
            case .expired: defect.position == 0
            default: false
            }
        }
    }
}

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

extension Certainty {
    /// A statement in the words that it deserves: as a fact, as a report, or as a guess.
    func says(_ fact: String, infinitive: String) -> String {
        switch self {
        case .standard, .documented, .stated: fact
        case .reported: "is reported to \(infinitive)"
        case .inferred: "is likely to \(infinitive)"
        case .unknown: "may \(infinitive)"
        }
    }
}
