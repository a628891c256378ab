/// The steps of the selection for STARTTLS, in Microsoft's order, with what is known of each.
///
/// Microsoft describes them for Receive connectors. For Send connectors no article does: that they are the same is
/// inferred from Get-ExchangeCertificate, whose reference gives one rule for both.
enum StartTlsStep: String, Sendable, CaseIterable {
    case tlsIsOffered = "auth-mechanism-contains-tls"
    case startTlsIsUsed = "ignore-starttls-is-off"
    case nameToLookFor = "name-to-look-for"
    case issuerAndSubject = "issuer-and-subject-match"
    case subjectOrSan = "subject-or-san-contains-name"
    case version3 = "x509-version-3"
    case privateKey = "private-key"
    case smtp = "enabled-for-smtp"
    case smtpNotAsked = "smtp-not-asked-for"
    case mostRecentValidFrom = "most-recent-valid-from"
    case firstValidPki = "first-valid-pki-certificate"
    case firstSelfSigned = "first-self-signed-certificate"
    case latestExpiry = "latest-expiry"
    case validChain = "valid-chain"
    case expiry = "expiry-of-the-chosen"

    /// What the step does, as a sentence without a full stop.
    var title: String {
        switch self {
        case .tlsIsOffered: "STARTTLS is offered only if the connector's AuthMechanism contains Tls"
        case .startTlsIsUsed: "A connector with IgnoreSTARTTLS set never uses STARTTLS"
        case .nameToLookFor: "The name is TlsCertificateName, else the connector's Fqdn, else the server's"
        case .issuerAndSubject: "The certificate's issuer and subject are those of TlsCertificateName"
        case .subjectOrSan: "The certificate's subject or subjectAltName contains the name"
        case .version3: "The certificate is X.509 version 3 or later"
        case .privateKey: "The server has the certificate's private key"
        case .smtp: "The certificate is enabled for SMTP"
        case .smtpNotAsked:
            "Whether a certificate that TlsCertificateName names is enabled for SMTP is not asked"
        case .mostRecentValidFrom: "The certificates are sorted by the most recent Valid from"
        case .firstValidPki: "The first valid PKI certificate is taken"
        case .firstSelfSigned: "Without a valid PKI certificate, the first self-signed one is taken"
        case .latestExpiry:
            "Of several with the same issuer and subject, the one with the latest expiry is taken"
        case .validChain: "The certificate's chain is valid on the server"
        case .expiry: "The expiry of the chosen certificate is checked; an expired one is used all the same"
        }
    }

    /// How sure it is that Exchange does so.
    func certainty(_ direction: TlsDirection) -> Certainty {
        switch (self, direction) {
        case (.startTlsIsUsed, _), (.nameToLookFor, _): .documented
        case (.issuerAndSubject, .outbound), (.latestExpiry, _), (.validChain, _), (.smtpNotAsked, .outbound):
            .stated
        case (_, .inbound): .documented
        case (_, .outbound): .inferred
        }
    }

    /// Where it stands written.
    func source(_ direction: TlsDirection) -> String {
        switch (self, direction) {
        case (.startTlsIsUsed, _), (.nameToLookFor, .outbound): Citation.setSendConnector
        case (.issuerAndSubject, .outbound): Citation.connectorNameNotFound
        case (.latestExpiry, _), (.validChain, _), (.smtpNotAsked, .outbound): Citation.hybridTls
        case (_, .inbound): Citation.inboundSelection
        case (_, .outbound):
            Citation.inboundSelection + "; " + Citation.getCertificate + ", example 4"
        }
    }
}
