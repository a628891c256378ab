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
