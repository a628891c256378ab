/// How a connector's TlsCertificateName stands to a certificate.
public enum TlsCertificateNameMatch: Sendable, Hashable {
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
    public init(_ name: TlsCertificateName, _ installed: InstalledCertificate) {
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
    public var isMatch: Bool { self == .exact || self == .exceptForCase }

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
