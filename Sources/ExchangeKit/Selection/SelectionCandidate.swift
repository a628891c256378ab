public import ChainKit

/// A certificate of a server's store, with what the selection asks of it.
public struct SelectionCandidate: Sendable, Hashable {
    /// The certificate as exported.
    public let installed: InstalledCertificate
    /// How the server sees it.
    package let standing: LocalStanding

    /// Puts the facts together.
    package init(_ installed: InstalledCertificate, standing: LocalStanding) {
        self.installed = installed
        self.standing = standing
    }
}

extension SelectionCandidate {
    /// Whether the certificate is X.509 version 3; text alone says so only where it has several names.
    var isVersion3: ExportedAnswer {
        if let certificate = installed.certificate { return ExportedAnswer(certificate.version >= 3) }
        return (installed.domains ?? []).count > 1 ? .yes : .unknown
    }

    /// Whether the server has the private key.
    var hasPrivateKey: ExportedAnswer { ExportedAnswer(installed.hasPrivateKey) }

    /// Whether the certificate is assigned to SMTP.
    var isEnabledForSmtp: ExportedAnswer { ExportedAnswer(installed.services?.contains(.smtp)) }

    /// Whether the certificate signed itself.
    ///
    /// The same name as issuer and subject alone does not tell: it takes the signature, or Exchange's word.
    var isSelfSigned: ExportedAnswer {
        if standing == .selfSigned { return .yes }
        if let isSelfSigned = installed.isSelfSigned { return ExportedAnswer(isSelfSigned) }
        if let certificate = installed.certificate { return certificate.isSelfIssued ? .unknown : .no }
        guard let issuer = installed.issuer, let subject = installed.subject else { return .unknown }
        return issuer == subject ? .unknown : .no
    }

    /// Whether the certificate's validity has ended at an instant.
    func hasExpired(at time: Instant) -> ExportedAnswer {
        guard let notAfter else { return .unknown }
        let now = PossibleTime(time)
        if !now.mayBeAtOrBefore(notAfter) { return .yes }
        return notAfter.mayBeAtOrBefore(PossibleTime(Instant(seconds: time.seconds - 1))) ? .unknown : .no
    }

    /// Whether the certificate's validity is still to begin at an instant.
    func isNotYetValid(at time: Instant) -> ExportedAnswer {
        guard let notBefore else { return .unknown }
        let now = PossibleTime(time)
        if !notBefore.mayBeAtOrBefore(now) { return .yes }
        return PossibleTime(Instant(seconds: time.seconds + 1)).mayBeAtOrBefore(notBefore) ? .unknown : .no
    }

    /// The certificate for a reader.
    var label: String { "certificate \(installed.thumbprint)" }
}

/// What an export says to a question of yes or no.
enum ExportedAnswer: Sendable, Hashable {
    case yes, no, unknown

    init(_ value: Bool?) {
        self =
            switch value {
            case true?: .yes
            case false?: .no
            case nil: .unknown
            }
    }
}

/// How the server that would present a certificate sees it.
///
/// Microsoft's article asks for a "valid PKI" certificate and does not say what that is; reports show that chain and
/// revocation status count, as that server sees them. An internal CA's certificate is as good as any here.
/// Expiry is no part of it: Exchange checks that after the choice, and the selection does so by the dates.
package enum LocalStanding: Sendable, Hashable {
    /// Exchange says that it is valid, or it is known to lead to a root that the server trusts.
    case valid
    /// Signed with its own key: taken only where nothing else is left.
    case selfSigned
    /// Exchange says that it is not, or no path can be valid.
    case invalid(reason: String)
    /// Neither is known.
    case unknown(reason: String)
}

/// When something happened, as far as an export says: between two instants, themselves included.
struct PossibleTime: Sendable, Hashable {
    let earliest: Instant
    let latest: Instant
    /// The file whose times are in a zone that it does not name, nil where the zone is known.
    let fileWithoutZone: String?

    /// Known to the second.
    init(_ instant: Instant) {
        (earliest, latest, fileWithoutZone) = (instant, instant, nil)
    }

    /// As an export without octets reports it, nil for text that is no date.
    init?(_ reported: ReportedTime, in file: String) {
        guard let first = reported.readings.first, let last = reported.readings.last else { return nil }
        (earliest, latest, fileWithoutZone) = (first, last, reported.hasZone ? nil : file)
    }

    /// Clocks on Earth are at most 14 hours before and 12 hours behind UTC.
    private static let mostBefore: Int64 = 14 * 3_600
    private static let mostBehind: Int64 = 12 * 3_600
    /// Two times of one file are in one zone, but one may be in summer time.
    private static let summerTime: Int64 = 3_600

    /// Whether nothing known speaks against this being no later than the other.
    func mayBeAtOrBefore(_ other: Self) -> Bool {
        if let file = fileWithoutZone, file == other.fileWithoutZone {
            // The same text is the same time; of different ones, summer time may swap two that are an hour apart.
            let slack = self == other ? 0 : Self.summerTime
            return earliest.seconds - slack <= other.latest.seconds
        }
        let start = earliest.seconds - (fileWithoutZone == nil ? 0 : Self.mostBefore)
        let end = other.latest.seconds + (other.fileWithoutZone == nil ? 0 : Self.mostBehind)
        return start <= end
    }
}

extension SelectionCandidate {
    /// The first instant of validity, nil where it is not known.
    var notBefore: PossibleTime? {
        time(installed.certificate?.notBefore, installed.reportedNotBefore)
    }

    /// The last instant of validity, nil where it is not known.
    var notAfter: PossibleTime? {
        time(installed.certificate?.notAfter, installed.reportedNotAfter)
    }

    private func time(_ encoded: ValidityTime?, _ reported: ReportedTime?) -> PossibleTime? {
        if let encoded { return encoded.instant.map { PossibleTime($0) } }
        return reported.flatMap { PossibleTime($0, in: installed.place.path) }
    }
}

/// How a certificate's names stand to the name that a connector looks for, by Exchange's rule: the common name counts
/// like a name of the subjectAltName, and a wildcard stands for one label.
enum CandidateNameMatch: Sendable, Hashable {
    case exact
    case wildcard(String)
    case none
    /// No name that is known matches, and not all are known.
    case unknown

    init(_ installed: InstalledCertificate, name: String) {
        let reference = DNSName(name)?.labels ?? [name.lowercased()]
        var wildcard: String?
        for text in Self.names(of: installed) {
            let presented = PresentedIdentifier(dns: Array(Self.encoded(text).utf8))
            switch presented.pattern {
            case .exact where presented.labels.elementsEqual(reference, by: { $0 == $1 }):
                self = .exact
                return
            case .wildcard where presented.labels.elementsEqual(reference.dropFirst(), by: { $0 == $1 }):
                wildcard = min(wildcard ?? text, text)
            default: break
            }
        }
        let isComplete = installed.certificate != nil || installed.domains != nil
        self = wildcard.map { .wildcard($0) } ?? (isComplete ? .none : .unknown)
    }

    private static func names(of installed: InstalledCertificate) -> [String] {
        guard let certificate = installed.certificate else {
            return (installed.domains ?? []) + commonNames(installed.subject)
        }
        let alternative: [String] = certificate.subjectAlternativeNames.compactMap { name in
            if case .dns(let octets) = name { String(decoding: octets, as: UTF8.self) } else { nil }
        }
        return alternative + certificate.subject.values(of: AttributeType.commonName)
    }

    private static func commonNames(_ subject: String?) -> [String] {
        let names = subject.flatMap { DotNetName($0) }?.relativeNames.flatMap(\.attributes) ?? []
        return names.filter { AttributeTypeText.key($0.type) == AttributeType.commonName.dotted }.map(\.value)
    }

    /// The name in A-labels where it has others; Exchange may show either.
    private static func encoded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        let host = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
        return DNSName(String(host)).map { (text.hasPrefix("*.") ? "*." : "") + $0.text } ?? text
    }
}
