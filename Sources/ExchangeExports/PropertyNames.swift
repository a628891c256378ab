/// The names by which the objects of Exchange's transport are known, in PowerShell's own case.
///
/// They are English on a server of any language. A text is full of words before colons, so what is to be an object
/// must have a name that only these cmdlets use, or two that others use as well.
enum PropertyNames {
    /// Whether names are those of an object of one of the cmdlets.
    static func describeObject(_ names: some Sequence<String>) -> Bool {
        var common = 0
        for name in names {
            if distinctive.contains(name) { return true }
            if shared.contains(name) { common += 1 }
            if common == 2 { return true }
        }
        return false
    }

    /// Whether a name is on either list.
    static func contain(_ name: String) -> Bool { distinctive.contains(name) || shared.contains(name) }

    /// Names that many cmdlets have, and mails and prose too.
    private static let shared: Set = [
        "Comment", "ConnectorType", "Default", "Domain", "Domains", "Edition", "Enabled", "Features", "Guid",
        "Id",
        "Identity", "Issuer", "Name", "Port", "PSComputerName", "PublicKey", "Region", "RunspaceId",
        "SerialNumber",
        "Server", "Services", "Site", "Status", "Subject", "Version", "WhenChanged", "WhenChangedUTC",
        "WhenCreated",
        "WhenCreatedUTC",
    ]

    private static let distinctive = certificate.union(connectors).union(online).union(organization)

    /// Get-ExchangeCertificate.
    private static let certificate: Set = [
        "AccessRules", "CertificateDomains", "CertificateRequest", "DnsNameList", "EnhancedKeyUsageList",
        "FriendlyName", "HasPrivateKey", "IISServices", "IsSelfSigned", "IssuerName", "KeyIdentifier",
        "NotAfter",
        "NotBefore", "PrivateKeyExportable", "PublicKeySize", "RawData", "RootCAType", "SendAsTrustedIssuer",
        "SerializationData", "ServicesStringForm", "SignatureAlgorithm", "SubjectKeyIdentifier",
        "SubjectName",
        "Thumbprint",
    ]

    /// Get-SendConnector and Get-ReceiveConnector.
    private static let connectors: Set = [
        "AddressSpaces", "AuthMechanism", "AuthenticationCredential", "Bindings", "CertificateIssuer",
        "CertificateSubject", "CloudServicesMailEnabled", "ConnectedDomains", "ConnectionInactivityTimeOut",
        "DNSRoutingEnabled", "DomainSecureEnabled", "EnableAuthGSSAPI", "ErrorPolicies",
        "ExtendedProtectionPolicy", "ForceHELO", "Fqdn", "FrontendProxyEnabled", "HomeMTA", "HomeMtaServerId",
        "IgnoreSTARTTLS", "IsScopedConnector", "IsSmtpConnector", "LinkedReceiveConnector", "MaxMessageSize",
        "PermissionGroups", "ProtocolLoggingLevel", "RemoteIPRanges", "RequireEHLODomain", "RequireOorg",
        "RequireTLS", "ServiceDiscoveryFqdn", "SmartHostAuthMechanism", "SmartHosts", "SmartHostsString",
        "SmtpMaxMessagesPerConnection", "SourceIPAddress", "SourceRoutingGroup", "SourceTransportServers",
        "SuppressXAnonymousTls", "TlsAuthLevel", "TlsCertificateName", "TlsDomain", "TlsDomainCapabilities",
        "TransportRole", "UseExternalDNSServersEnabled",
    ]

    /// Get-InboundConnector and Get-OutboundConnector of Exchange Online.
    private static let online: Set = [
        "AllAcceptedDomains", "AssociatedAcceptedDomains", "ConnectorSource", "EFSkipIPs", "EFSkipLastIP",
        "EFSkipMailGateway", "EFUsers", "IsTransportRuleScoped", "IsValidated", "LastValidationTimestamp",
        "RecipientDomains", "RequireTls", "RestrictDomainsToCertificate", "RestrictDomainsToIPAddresses",
        "RouteAllMessagesViaOnPremises", "ScanAndDropRecipients", "SenderDomains", "SenderIPAddresses",
        "SenderRewritingEnabled", "TestMode", "TlsSenderCertificateName", "TlsSettings",
        "TreatMessagesAsInternal", "TrustedOrganizations", "UseMXRecord", "ValidationRecipients",
    ]

    /// Get-AcceptedDomain, Get-HybridConfiguration, Get-ExchangeServer and Get-TransportService.
    private static let organization: Set = [
        "AddressBookEnabled", "AdminDisplayVersion", "AuthenticationType", "CatchAllRecipientID",
        "ClientAccessServers", "DomainName", "DomainType", "EdgeTransportServers", "ExchangeVersion",
        "ExternalDNSServers", "ExternalIPAddresses", "InitialDomain", "InternalDNSServers",
        "InternalTransportCertificateThumbprint", "IsDefaultFederatedDomain", "IsEdgeServer",
        "IsFrontendTransportServer", "IsHubTransportServer", "IsMailboxServer", "LiveIdInstanceType",
        "MatchSubDomains", "MessageTrackingLogEnabled", "OnPremisesSmartHost", "ReceiveProtocolLogPath",
        "ReceivingTransportServers", "SendProtocolLogPath", "SendingTransportServers", "ServerRole",
        "ServiceInstance",
    ]
}
