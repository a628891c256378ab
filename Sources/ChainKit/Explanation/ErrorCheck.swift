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
