import Octets

/// What an audit amounts to, known at its end.
public struct AuditSummary: Sendable, Hashable {
    /// Files found, and so files reported.
    public var files = 0
    /// Files that gave at least one certificate.
    public var filesWithCertificates = 0
    /// Files in which something could not be read.
    public var filesWithErrors = 0
    /// Files and folders that were not opened because the system had no file descriptor left.
    public var filesNotOpened = 0
    /// Different certificates.
    public var certificates = 0
    /// How many of them are authorities, which are not judged.
    public var authorities = 0
    /// How many serve other purposes of Windows or Exchange and are not judged.
    public var otherPurposes = 0
    /// Places where a certificate stands again that was seen before.
    public var duplicates = 0
    /// How many certificates got each verdict.
    public var verdicts: [Verdict: Int] = [:]
    /// Hidden files and folders that were left out.
    public var hiddenLeftOut = 0
    /// Files and folders that the include and exclude patterns left out.
    public var excludedLeftOut = 0
    /// Whether the audit was ended before everything was audited.
    public var isInterrupted = false
    /// What the inventory amounts to, nil without one.
    public var inventory: InventorySummary?
    /// The certificate to bind, nil where none may be, and where no name was asked about.
    public var recommendation: Recommendation?
    /// What lies in the folder; nil where names were asked about.
    package var overview: AuditOverview?

    /// An empty summary.
    public init() {}

    /// Says how much was not opened for want of descriptors, and what to do; nil where everything was.
    public var notOpenedWarning: String? {
        guard filesNotOpened > 0 else { return nil }
        let files = Count.text(filesNotOpened, "file")
        return
            "\(files) could not be opened: too many files are open. Raise the limit (ulimit -n) and run it again"
    }

    /// How many certificates got a verdict.
    public func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }

    /// How many certificates were judged.
    public var judged: Int { verdicts.values.reduce(0, +) }
}

/// What an inventory amounts to, once it is known which certificates an audit read.
public struct InventorySummary: Sendable, Hashable {
    /// Certificates of servers, counted once for each server.
    public let installed: Int
    /// Servers that have some.
    public let servers: Int
    /// Certificates that nobody could judge, because neither an export nor a file has their octets.
    public let withoutOctets: [InstalledCertificate]
    /// What else could be exported; empty where nobody was asked.
    public var missing: [MissingExport] = []
    /// What each connector is predicted to present; empty where nobody was asked.
    public var predictions: [PredictedCertificate] = []

    /// Counts installed certificates; `supplied` are those that the audit read and no export holds.
    init(_ installed: [InstalledCertificate], supplied: [Certificate]) {
        self.installed = installed.count
        servers = Set(installed.compactMap { $0.server?.lowercased() }).count
        let known = Set(supplied.map(\.thumbprint.hexadecimal))
        withoutOctets = installed.filter { $0.certificate == nil && !known.contains($0.thumbprint) }
    }
}

/// What an audit read that may say more of an inventory.
public struct AuditedCertificates: Sendable {
    /// Certificates that servers name and whose octets no export holds.
    public let installed: [Certificate]
    /// Issuers.
    public let issuers: [Certificate]
}

/// What a connector of an inventory is predicted to present, in an audit's report.
public struct PredictedCertificate: Sendable, Hashable {
    /// The connector's name or identity.
    public let connector: String
    /// As which side of TLS it presents a certificate.
    public let role: TransportRole
    /// The server, nil where the exports do not say.
    public let server: String?
    /// Whether it carries mail to or from Exchange Online, nil where the exports do not say.
    public let isHybrid: Bool?
    /// The thumbprint of the certificate, nil where there is none or it is not known which.
    public let thumbprint: String?
    /// Why there is none or it is not known which, nil where a certificate is presented.
    public let reason: String?
    /// What Exchange Online makes of it: not-concerned, accepted, refused or unknown.
    public let acceptance: String
    /// How sure the prediction is.
    public let certainty: Certainty

    /// Puts the facts together.
    public init(
        connector: String,
        role: TransportRole,
        server: String?,
        isHybrid: Bool?,
        thumbprint: String?,
        reason: String?,
        acceptance: String,
        certainty: Certainty
    ) {
        self.connector = connector
        self.role = role
        self.server = server
        self.isHybrid = isHybrid
        self.thumbprint = thumbprint
        self.reason = reason
        self.acceptance = acceptance
        self.certainty = certainty
    }
}
