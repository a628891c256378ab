/// Which certificates of a store a TlsCertificateName names, and which it nearly names.
public struct TlsCertificateNameSearch: Sendable, Hashable {
    /// A certificate that the name was perhaps meant for.
    public struct NearMatch: Sendable, Hashable {
        /// The certificate.
        public let installed: InstalledCertificate
        /// In what the name departs from it.
        public let differences: [TlsCertificateNameDifference]
        /// The relative names that differ.
        public let lines: [TlsCertificateNameDifferenceLine]

        var distance: Int { differences.reduce(0) { $0 + $1.distance } + lines.count }
    }

    /// Those that it names letter by letter.
    public let exact: [InstalledCertificate]
    /// Those that it names but for capitals and small letters.
    public let exceptForCase: [InstalledCertificate]
    /// Those that it nearly names, the nearest first, then the newest.
    public let near: [NearMatch]
    /// Those whose issuer or subject is not known.
    public let unknown: [InstalledCertificate]

    /// Looks for a name among certificates.
    public init(_ name: TlsCertificateName, among certificates: [InstalledCertificate]) {
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
