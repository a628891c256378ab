import ChainKit

/// Flags Send connectors that do not make sure that Exchange Online is Exchange Online.
struct TlsAuthLevelUnsuitable: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-auth-level-unsuitable",
        severity: .warning,
        title: "A Send connector does not authenticate Exchange Online as it should",
        rationale: """
            TlsAuthLevel and TlsDomain say how we authenticate Exchange Online; they play no part in what we present. The \
            Hybrid Configuration Wizard sets DomainValidation with the service's own domain. DomainValidation without a \
            TlsDomain compares the certificate with the recipient's domain, and a smart host's certificate does not \
            have that name.
            """,
        remedy: "set TlsAuthLevel DomainValidation and TlsDomain mail.protection.outlook.com",
        citations: [Citation.setSendConnector, Citation.healthChecker, Citation.hybridTls],
        certainty: .documented,
        expectedError: "454 4.7.5 Certificate validation failure",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.settings.compactMap { connector, part in
            guard case .send(let send) = connector, part.isHybrid, let fault = Self.fault(of: send) else {
                return nil
            }
            return finding(
                "\(connector.label) \(fault.text)",
                about: connector.concern,
                severity: fault.severity,
                expectedError: fault.severity == .error ? .ofTheRule : .none,
                remedies: [
                    .set(
                        "Authenticate Exchange Online by the service's own name",
                        on: connector,
                        [
                            ("TlsAuthLevel", .text("DomainValidation")),
                            ("TlsDomain", .text(HybridPart.serviceDomain)), ("RequireTLS", .flag(true)),
                        ],
                        dangers: [
                            "the server must trust the roots that Exchange Online's certificates lead to"
                        ],
                        source: Citation.setSendConnector
                    )
                ]
            )
        }
    }

    private static func fault(of connector: SendConnector) -> (text: String, severity: Severity)? {
        switch connector.tlsAuthLevel {
        case .notExported: return nil
        case .empty: return ("has no TlsAuthLevel, so that nobody makes sure who takes the mail", .warning)
        case .value(let level):
            switch level.lowercased() {
            case "encryptiononly":
                return (
                    "has the TlsAuthLevel EncryptionOnly, so that nobody makes sure who takes the mail",
                    .warning
                )
            case "domainvalidation": return domainFault(of: connector)
            default: return nil
            }
        }
    }

    private static func domainFault(of connector: SendConnector) -> (text: String, severity: Severity)? {
        switch connector.tlsDomain {
        case .notExported: return nil
        case .empty:
            let hosts = connector.smartHosts.value ?? []
            guard hosts.isEmpty, connector.dnsRoutingEnabled != false else {
                let host = hosts.isEmpty ? "a smart host" : hosts.joined(separator: ", ")
                return (
                    "has the TlsAuthLevel DomainValidation, sends to \(host) and has no TlsDomain", .error
                )
            }
            return (
                "has the TlsAuthLevel DomainValidation and no TlsDomain, so that the recipient's domain is looked for",
                .warning
            )
        case .value(let domain):
            let name = domain.lowercased()
            let service = HybridPart.serviceDomain
            guard name != service, !name.hasSuffix("." + service) else { return nil }
            return ("has the TlsDomain \(domain), which is not the service's \(service)", .warning)
        }
    }
}
