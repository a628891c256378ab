/// One error that administrators see, and what it tells about certificates: a page of the catalogue.
public struct KnownError: Sendable, Hashable {
    /// What an error has to do with certificates.
    public enum Bearing: String, Sendable, Hashable, CaseIterable {
        /// It comes from a certificate, or from what names one.
        case certificate
        /// A certificate is one of several usual causes.
        case possible
        /// No certificate causes it.
        case unrelated
    }

    /// The stable name, in kebab case, after what is wrong.
    public let id: String
    /// What happened, as a sentence without a full stop.
    public let title: String
    /// What it has to do with certificates.
    public let bearing: Bearing
    /// The likely causes, the most likely first.
    public let causes: [ErrorStatement]
    /// What else the same words can mean.
    public let otherReadings: [ErrorStatement]
    /// What to look at next, in this order.
    public let checks: [ErrorCheck]
    /// Text in which it stands; each leads back to this error.
    public let examples: [String]
    /// What it is recognised by: any of these is enough.
    let signs: [ErrorSign]
    /// Whether it only wraps another error, and is passed over where that one is known.
    let isWrapper: Bool

    init(
        id: String,
        title: String,
        bearing: Bearing = .certificate,
        signs: [ErrorSign],
        causes: [ErrorStatement],
        otherReadings: [ErrorStatement] = [],
        checks: [ErrorCheck],
        examples: [String],
        isWrapper: Bool = false
    ) {
        self.id = id
        self.title = title
        self.bearing = bearing
        self.signs = signs
        self.causes = causes
        self.otherReadings = otherReadings
        self.checks = checks
        self.examples = examples
        self.isWrapper = isWrapper
    }
}

/// What an error is recognised by: one of each that is given, all in one passage of the text.
struct ErrorSign: Sendable, Hashable {
    var codes: [StatusCodes] = []
    /// Words of programs, `UntrustedRoot`, which no language changes; compared without case.
    var tokens: [String] = []
    /// Numbers of events.
    var events: [Int] = []
    /// Text in lower case, single blanks.
    var phrases: [String] = []
    /// Text that must not be there.
    var absent: [String] = []

    /// How many things it asks for.
    var strength: Int { [codes.isEmpty, tokens.isEmpty, events.isEmpty, phrases.isEmpty].count { !$0 } }
}

/// What to look at next, and what to type for it.
public struct ErrorCheck: Sendable, Hashable {
    /// What to look at, without a full stop.
    public let text: String
    /// Commands to type, of chaincheck or of the Exchange Management Shell; what stands in angle brackets is to be filled in.
    public let commands: [String]

    init(_ text: String, _ commands: String...) {
        self.text = text
        self.commands = commands
    }

    init(text: String, commands: [String]) {
        self.text = text
        self.commands = commands
    }
}

/// Checks that many errors lead to.
extension ErrorCheck {
    /// The certificates at hand against Microsoft's list, as Exchange Online would.
    static let audit = ErrorCheck(
        "whether a certificate is fit for it: path to a root that Microsoft trusts, names, validity",
        "chaincheck audit <folder of certificates> --domain <name>"
    )

    /// What every connector presents.
    static let exchange = ErrorCheck(
        "which certificate each connector presents, from exports of Exchange's configuration",
        "chaincheck exchange <folder of exports>"
    )

    /// The certificate that was really sent.
    static let protocolLog = ErrorCheck(
        "which certificate was really sent: switch the protocol log on, wait for the error, then read the log",
        "Set-SendConnector \"<connector>\" -ProtocolLoggingLevel Verbose",
        "chaincheck explain -f <log>"
    )

    /// The same on the receiving side.
    static let receiveProtocolLog = ErrorCheck(
        "which certificate the Receive connector really sent, and which connector answered",
        "Set-ReceiveConnector \"<server>\\Default Frontend <server>\" -ProtocolLoggingLevel Verbose",
        "chaincheck explain -f <log>"
    )

    /// What a certificate holds.
    static let inspect = ErrorCheck("what the certificate holds", "chaincheck inspect <file>")

    /// What Exchange thinks of its certificates.
    static let exchangeCertificates = ErrorCheck(
        "what Exchange holds: private key, services, status and names of every certificate",
        "Get-ExchangeCertificate | fl Thumbprint,Subject,Issuer,Services,HasPrivateKey,Status,NotAfter,CertificateDomains"
    )

    /// What Exchange would select for a name.
    static let selected = ErrorCheck(
        "which certificate Exchange selects for the name: the first one listed",
        "Get-ExchangeCertificate -DomainName <name>"
    )

    /// Which certificate the connectors name.
    static let pinned = ErrorCheck(
        "which certificate the connectors are pinned to",
        "Get-SendConnector | fl Name,Fqdn,TlsCertificateName,TlsAuthLevel,TlsDomain,RequireTLS",
        "Get-ReceiveConnector | fl Identity,Fqdn,AuthMechanism,TlsCertificateName"
    )

    /// The chain as the server sees it.
    static let testCertificate = ErrorCheck(
        "what the server itself makes of the certificate's chain",
        "Get-ChildItem Cert:\\LocalMachine\\My\\<thumbprint> | Test-Certificate | fl"
    )
}
