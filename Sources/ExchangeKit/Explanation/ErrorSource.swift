/// Where a statement of the catalogue stands.
public struct ErrorSource: Sendable, Hashable {
    /// A short title.
    public let title: String
    /// The address.
    public let url: String

    init(_ title: String, _ url: String) {
        self.title = title
        self.url = url
    }

    /// A page of Microsoft's support articles, by its path in their repository.
    private static func article(_ title: String, _ path: String) -> ErrorSource {
        ErrorSource(title, "https://github.com/MicrosoftDocs/SupportArticles-docs/blob/main/Exchange/" + path)
    }
}

/// Microsoft's support articles.
extension ErrorSource {
    static let kb2888788 = article(
        "Microsoft KB 2888788, mail flow to Exchange Online stops, event 2004",
        "ExchangeHybrid/email-delivery/mail-flow-stops-event-2004.md"
    )
    static let kb2989382 = article(
        "Microsoft KB 2989382, no mail after a new certificate",
        "ExchangeHybrid/email-delivery/cannot-receive-mail-with-new-certificate.md"
    )
    static let untrustedRootReport = article(
        "Microsoft, NDR 450 4.4.317 UntrustedRoot",
        "ExchangeOnline/email-delivery/ndr/fix-error-code-450-4-4-317-untrusted-root.md"
    )
    static let kb3212877 = article(
        "Microsoft KB 3212877, 550 5.7.64 TenantAttribution",
        "ExchangeOnline/email-delivery/ndr/tenantattribution-ndr.md"
    )
    static let kb4051495 = article(
        "Microsoft KB 4051495, 550 5.7.64 when sending externally",
        "ExchangeOnline/email-delivery/ndr/relay-access-denied-smtp.md"
    )
    static let certificateConnector = article(
        "Microsoft, Configure a certificate-based connector to relay",
        "ExchangeOnline/email-delivery/office-365-notice.md"
    )
    static let deliveryReports = article(
        "Microsoft, Email NDRs and SMTP errors in Exchange Online",
        "ExchangeOnline/email-delivery/ndr/non-delivery-reports-in-exchange-online.md"
    )
    static let kb4495258 = article(
        "Microsoft KB 4495258, TLS negotiation failed with NoCredentials",
        "ExchangeServer/mailflow/tls-negotiation-failed-with-error-nocredentials-error.md"
    )
    static let kb4051498 = article(
        "Microsoft KB 4051498, outbound messages are not sent, UnknownCredentials",
        "ExchangeServer/mailflow/outbound-email-messages-are-not-sent.md"
    )
    static let cannotRemove = ErrorSource(
        "Microsoft, Can't remove a certificate that's installed in Exchange Server",
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/mailflow/cannot-remove-installed-certificate"
    )
    static let kb3062283 = ErrorSource(
        "Microsoft KB 3062283, RequiredTls flag",
        "https://support.microsoft.com/help/3062283"
    )
    static let kb3058190 = ErrorSource(
        "Microsoft KB 3058190, Secure Mail Certificate not bound",
        "https://support.microsoft.com/help/3058190"
    )
    static let kb2964920 = ErrorSource(
        "Microsoft KB 2964920, no certificates in the wizard",
        "https://support.microsoft.com/help/2964920"
    )
    static let kb2879262 = ErrorSource(
        "Microsoft KB 2879262, missing certificate in the wizard",
        "https://support.microsoft.com/help/2879262"
    )
    static let kb3064938 = ErrorSource(
        "Microsoft KB 3064938, confirm the hybrid certificate",
        "https://support.microsoft.com/help/3064938"
    )
    static let authenticationFailure = ErrorSource(
        "Microsoft, 454 4.7.0 Temporary authentication failure",
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/client-connectivity/454-4-7-0-temporary-authentication-failure"
    )
}

/// Microsoft's documentation and its teams' blogs, and what others report.
extension ErrorSource {
    static let inboundSelection = ErrorSource(
        "Microsoft, Selection of Inbound STARTTLS Certificates",
        "https://learn.microsoft.com/en-us/exchange/mail-flow/mail-routing/inbound-starttls-certificates-selection"
    )
    static let anonymousSelection = ErrorSource(
        "Microsoft, Selection of Outbound Anonymous TLS Certificates",
        "https://learn.microsoft.com/en-us/exchange/mail-flow/mail-routing/outbound-anonymous-tls-certificate-selection"
    )
    static let validationStatus = ErrorSource(
        "Microsoft, CertificateValidationStatus enumeration",
        "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-api/ff454232(v=exchg.150)"
    )
    static let setSendConnector = ErrorSource(
        "Microsoft, Set-SendConnector",
        "https://learn.microsoft.com/en-us/powershell/module/exchange/set-sendconnector"
    )
    static let setInboundConnector = ErrorSource(
        "Microsoft, Set-InboundConnector",
        "https://learn.microsoft.com/en-us/powershell/module/exchange/set-inboundconnector"
    )
    static let setOutboundConnector = ErrorSource(
        "Microsoft, Set-OutboundConnector",
        "https://learn.microsoft.com/en-us/powershell/module/exchange/set-outboundconnector"
    )
    static let mailFlowInsights = ErrorSource(
        "Microsoft, Mail flow intelligence",
        "https://learn.microsoft.com/en-us/microsoft-365/security/office-365-security/mail-flow-intelligence-in-office-365"
    )
    static let hybridTeamBlog = ErrorSource(
        "Exchange Team, TLS Certificates in Exchange Hybrid (2025)",
        "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid---common-issues--how-to-fix-them/4420592"
    )
    static let globalRootG2 = ErrorSource(
        "Exchange Team, Trust DigiCert Global Root G2",
        "https://techcommunity.microsoft.com/blog/exchange/trust-digicert-global-root-g2-certificate-authority-to-avoid-exchange-online-ema/4488311"
    )
    static let tlsVersions = ErrorSource(
        "Exchange Team, Email scenarios if TLS versions cannot be agreed on",
        "https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089"
    )
    static let bisht = ErrorSource(
        "L. Bisht (Microsoft), Mailflow issue from Exchange On-Prem to Office 365",
        "https://docs.microsoft.com/en-us/archive/blogs/lalitbisht/mailflow-issue-from-exchange-on-prem-to-office-365"
    )
    static let events = ErrorSource(
        "Microsoft, MSExchangeTransport events of Exchange 2007 and 2010",
        "https://technet.microsoft.com/en-us/library/ff983405.aspx"
    )
    static let healthChecker = ErrorSource(
        "Microsoft CSS-Exchange, HealthChecker",
        "https://github.com/microsoft/CSS-Exchange"
    )
    static let ostmoen = ErrorSource(
        "xostmoen, 450 4.7.320",
        "https://xostmoen.wordpress.com/2017/11/08/450-4-7-320-certificate-validation-failed/"
    )
    static let petersen = ErrorSource(
        "Petersen IT, 454 4.7.5",
        "http://blog.petersenit.co.uk/2017/07/office-365-454-475-certificate.html"
    )
    static let cloudTechnologist = ErrorSource(
        "The Cloud Technologist, 454 4.7.5",
        "https://thecloudtechnologist.com/2018/12/15/how-to-fix-exchange-online-hybrid-outbound-connector-454-4-7-5-certificate-validation-failure/"
    )
    static let superTekBoy = ErrorSource(
        "SuperTekBoy, NoCredentials",
        "https://supertekboy.com/2017/02/28/tls-negotiation-failed-with-error-nocredentials/"
    )
    static let eccBlog = ErrorSource(
        "Exchangeblogonline, ECC certificates",
        "https://exchangeblogonline.de/exchange-ecc-zertifikat-einspielen/"
    )
    static let practical365 = ErrorSource(
        "Practical365, the internal transport certificate cannot be removed",
        "https://practical365.com/exchange-server/exchange-2013-the-internal-transport-certificate-cannot-be-removed/"
    )
    static let forum = ErrorSource(
        "Microsoft Q&A 1556853",
        "https://learn.microsoft.com/en-us/answers/questions/1556853/hybrid-environment-problem-ex2019-exchange-online"
    )
}
