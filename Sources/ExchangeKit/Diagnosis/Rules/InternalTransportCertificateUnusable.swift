import ChainKit

/// Flags servers whose certificate for mail between Exchange servers is not named, not there or expired.
struct InternalTransportCertificateUnusable: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "internal-transport-certificate-unusable",
        severity: .error,
        title: "The certificate for mail between Exchange servers is missing or expired",
        rationale: """
            Exchange servers of one organization speak X-ANONYMOUSTLS with one certificate, whose thumbprint stands in \
            Active Directory; names play no part in it. It never explains what Exchange Online answers to a certificate. \
            About an expired one the sources differ: the article and the Exchange Team say that it still works, \
            HealthChecker marks it red.
            """,
        remedy: "have the server make a new self-signed certificate for it, and leave that one alone",
        citations: [Citation.anonymousSelection, Citation.internalTransport, Citation.hybridTls],
        certainty: .documented,
        expectedError:
            "event 12012 (not named), 12013 (not there) or 12015 (expired), at the service's start",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let names = situation.stores
        return situation.internalTransport.compactMap { prediction in
            let server = names.fullName(of: prediction.server.name)
            switch prediction.choice.outcome {
            case .presented, .unknown: return nil
            case .noThumbprint:
                return finding(
                    "\(server) has no certificate set for mail between Exchange servers",
                    about: .server(server),
                    severity: .warning,
                    expectedError: "event 12012; X-ANONYMOUSTLS is not offered",
                    remedies: [.renewInternalTransport(on: server)]
                )
            case .notFound(let thumbprint): return missing(thumbprint, on: server, in: situation)
            case .presentedExpired(let candidate): return expired(candidate.installed, on: server)
            }
        }
    }

    private func missing(
        _ thumbprint: String,
        on server: String,
        in situation: ExchangeSituation
    ) -> ExchangeFinding? {
        let store = situation.store(of: server)
        guard !store.isEmpty else { return nil }
        return finding(
            """
            \(server) is set to certificate \(thumbprint) for mail between Exchange servers, which is not among the \
            \(Evidence.count(store.count, "certificate")) exported of it
            """,
            about: .server(server),
            .certificate(thumbprint),
            expectedError: "event 12013; X-ANONYMOUSTLS is not offered",
            remedies: [.renewInternalTransport(on: server)]
        )
    }

    private func expired(_ installed: InstalledCertificate, on server: String) -> ExchangeFinding {
        finding(
            """
            the certificate of \(server) for mail between Exchange servers, \(installed.thumbprint), expired on \
            \(installed.end): by Microsoft's article it is offered all the same, HealthChecker marks it red
            """,
            about: .server(server),
            .certificate(installed.thumbprint),
            severity: .note,
            certainty: .unknown,
            expectedError: "event 12015",
            remedies: [.renewInternalTransport(on: server)]
        )
    }
}
