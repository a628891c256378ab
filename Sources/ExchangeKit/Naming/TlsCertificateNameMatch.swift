package import ChainKit

/// How a connector's TlsCertificateName stands to a certificate.
package enum TlsCertificateNameMatch: Sendable, Hashable {
    /// Issuer and subject are the certificate's, letter by letter.
    case exact
    /// They are but for capitals and small letters.
    ///
    /// HealthChecker takes such a name for the certificate's (its comparison passes over case); by what rule Exchange
    /// compares is not published.
    case exceptForCase
    /// The name was probably meant for the certificate and does not name it.
    case near([TlsCertificateNameDifference], [TlsCertificateNameDifferenceLine])
    /// The name is another certificate's.
    case none
    /// The issuer or the subject of the certificate is not known.
    case unknown

    /// Holds a name against a certificate.
    package init(_ name: TlsCertificateName, _ installed: InstalledCertificate) {
        guard let issuer = installed.dotNetIssuer, let subject = installed.dotNetSubject else {
            self = .unknown
            return
        }
        self =
            Self.match(name, issuer: issuer, subject: subject)
            ?? Self.near(name, issuer: issuer, subject: subject)
    }

    /// Whether the name is the certificate's, be it but for case; costs a fraction of saying how near it comes.
    static func isMatch(_ name: TlsCertificateName, _ installed: InstalledCertificate) -> Bool {
        guard let issuer = installed.dotNetIssuer, let subject = installed.dotNetSubject else {
            return false
        }
        return match(name, issuer: issuer, subject: subject) != nil
    }

    private static func match(_ name: TlsCertificateName, issuer: String, subject: String) -> Self? {
        guard name.damage.isEmpty, let writtenIssuer = name.issuer, let writtenSubject = name.subject else {
            return nil
        }
        if writtenIssuer.utf8.elementsEqual(issuer.utf8), writtenSubject.utf8.elementsEqual(subject.utf8) {
            return .exact
        }
        let isLike =
            writtenIssuer.lowercased() == issuer.lowercased()
            && writtenSubject.lowercased() == subject.lowercased()
        return isLike ? .exceptForCase : nil
    }

    /// Whether the name is the certificate's, be it but for case.
    package var isMatch: Bool { self == .exact || self == .exceptForCase }

    private static func near(_ name: TlsCertificateName, issuer: String, subject: String) -> Self {
        let damage = name.damage.map(TlsCertificateNameDifference.damaged)
        guard let writtenIssuer = name.issuer, let writtenSubject = name.subject else {
            if name.untagged.trimmed == issuer + subject { return .near(damage, []) }
            let isSubject = !subject.isEmpty && (name.subject ?? name.untagged).trimmed == subject
            return isSubject ? .near([.issuerMissing] + damage, []) : .none
        }
        let ofIssuer = NamePartComparison(.issuer, written: writtenIssuer, actual: issuer)
        let ofSubject = NamePartComparison(.subject, written: writtenSubject, actual: subject)
        let lines = ofIssuer.lines + ofSubject.lines
        let differences = unique(ofIssuer.differences + ofSubject.differences)
        switch (ofIssuer.isSame, ofSubject.isSame) {
        case (true, true): return .near(damage + differences, lines)
        // Certificates without a subject are all alike: that says nothing of which was meant.
        case (false, true) where !subject.isEmpty:
            return .near([.issuerChanged] + damage + differences, lines)
        case (true, false): return .near([.subjectChanged] + damage + differences, lines)
        default:
            let isExchanged =
                NamePartComparison(.issuer, written: writtenSubject, actual: issuer).isSame
                && NamePartComparison(.subject, written: writtenIssuer, actual: subject).isSame
            return isExchanged ? .near([.partsExchanged] + damage, []) : .none
        }
    }

    private static func unique(_ items: [TlsCertificateNameDifference]) -> [TlsCertificateNameDifference] {
        items.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

/// Which certificates of a store a TlsCertificateName names, and which it nearly names.
package struct TlsCertificateNameSearch: Sendable, Hashable {
    /// A certificate that the name was perhaps meant for.
    package struct NearMatch: Sendable, Hashable {
        /// The certificate.
        package let installed: InstalledCertificate
        /// In what the name departs from it.
        package let differences: [TlsCertificateNameDifference]
        /// The relative names that differ.
        package let lines: [TlsCertificateNameDifferenceLine]

        var distance: Int { differences.reduce(0) { $0 + $1.distance } + lines.count }
    }

    /// Those that it names letter by letter.
    package let exact: [InstalledCertificate]
    /// Those that it names but for capitals and small letters.
    package let exceptForCase: [InstalledCertificate]
    /// Those that it nearly names, the nearest first, then the newest.
    package let near: [NearMatch]
    /// Those whose issuer or subject is not known.
    package let unknown: [InstalledCertificate]

    /// Looks for a name among certificates.
    package init(_ name: TlsCertificateName, among certificates: [InstalledCertificate]) {
        var exact: [InstalledCertificate] = []
        var exceptForCase: [InstalledCertificate] = []
        var near: [NearMatch] = []
        var unknown: [InstalledCertificate] = []
        for installed in certificates {
            switch TlsCertificateNameMatch(name, installed) {
            case .exact: exact.append(installed)
            case .exceptForCase: exceptForCase.append(installed)
            case .near(let differences, let lines):
                near.append(NearMatch(installed: installed, differences: differences, lines: lines))
            case .none: break
            case .unknown: unknown.append(installed)
            }
        }
        self.exact = exact
        self.exceptForCase = exceptForCase
        self.near = near.sorted(by: Self.isNearer)
        self.unknown = unknown
    }

    private static func isNearer(_ one: NearMatch, _ other: NearMatch) -> Bool {
        let (start, otherStart) = (one.installed.latestStart, other.installed.latestStart)
        return if one.distance != other.distance {
            one.distance < other.distance
        } else if start != otherStart {
            start > otherStart
        } else {
            one.installed.thumbprint < other.installed.thumbprint
        }
    }
}

extension InstalledCertificate {
    /// Seconds of the latest instant at which validity may begin; what is not known comes last.
    fileprivate var latestStart: Int64 {
        (certificate?.notBefore.instant ?? reportedNotBefore?.readings.last)?.seconds ?? .min
    }
}
