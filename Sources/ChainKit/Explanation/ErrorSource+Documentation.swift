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
