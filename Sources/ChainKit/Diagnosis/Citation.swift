/// Where what the diagnosis says stands written, as short as a person can still find it.
enum Citation {
    static let inboundSelection = ExchangeSource.inboundSelection
    static let anonymousSelection = ExchangeSource.anonymousSelection
    static let untrustedWins = "Microsoft KB 2888788"
    static let newCertificate = "Microsoft KB 2989382"
    static let missingIntermediates = "Microsoft KB 3212877"
    static let requiredTls = "Microsoft KB 3062283"
    static let noCredentials = "Microsoft KB 4495258"
    static let relayAccessDenied = "Microsoft KB 4051495"
    static let hybridTls = "Exchange Team, TLS Certificates in Exchange Hybrid (2025-06-04)"
    static let relayRequirements =
        "Exchange Team, Updated Requirements for SMTP Relay through Exchange Online (2023)"
    static let onPremisesConnectors = "Microsoft 365 message center, MC1226222 (2026-02)"
    static let certificateBasedRelay = "Microsoft, Configure a certificate-based connector to relay email"
    static let notFoundBlog = ExchangeSource.connectorNameNotFound
    static let untrustedRoot = "Microsoft, NDR 450 4.4.317 UntrustedRoot (2024-04-17)"
    static let hybridRequirements = "Microsoft, Certificate requirements for hybrid deployments"
    static let digitalCertificates = "Microsoft, Digital certificates and encryption in Exchange Server"
    static let assignCertificates = "Microsoft, Assign certificates to Exchange Server services"
    static let cannotRemove = "Microsoft, Can't remove a certificate that's installed in Exchange Server"
    static let schemaChanges = "Microsoft, Active Directory schema changes in Exchange Server"
    static let schemaChanges2013 = "Microsoft, Exchange 2013 Active Directory schema changes (CU6)"
    static let enableCertificate = "Microsoft, Enable-ExchangeCertificate"
    static let getCertificate = ExchangeSource.getExchangeCertificate
    static let removeCertificate = "Microsoft, Remove-ExchangeCertificate"
    static let importCertificate = "Microsoft, Import-ExchangeCertificate"
    static let setSendConnector = ExchangeSource.setSendConnector
    static let setReceiveConnector = "Microsoft, Set-ReceiveConnector"
    static let setInboundConnector = "Microsoft, Set-InboundConnector"
    static let setOutboundConnector = "Microsoft, Set-OutboundConnector"
    static let routeMail = "Microsoft, Set up connectors to route mail"
    static let healthChecker = "Microsoft, CSS-Exchange HealthChecker"
    static let internalTransport = "Microsoft, CSS-Exchange HealthChecker, Internal Transport Certificate"
    static let validationStatus = "Microsoft, CertificateValidationStatus enumeration"
    static let chromePolicy = "Chrome Root Program Policy 1.8"
    static let baselineRequirements = "CA/Browser Forum, TLS Baseline Requirements"
    static let partnerReport = "field report, 450 4.7.320 Certificate validation failed (2017)"
    static let wizardCommands = "field notes, Cmdlets run by the Hybrid Configuration Wizard (2022)"
    static let ambiguousDates = "field paste, Get-ExchangeCertificate on an Australian server (2016)"
}
