/// Flags connectors that name a certificate to which SMTP is not assigned.
struct PinnedCertificateWithoutSmtp: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "pinned-certificate-without-smtp",
        severity: .error,
        title: "A connector names a certificate without SMTP",
        rationale: """
            For a certificate that a connector names, Exchange does not check whether SMTP is assigned to it. The \
            certificate is chosen all the same, and TLS fails afterwards.
            """,
        remedy:
            "assign SMTP to the certificate on each server, and answer No when asked to overwrite the default",
        citations: [Citation.inboundSelection, Citation.hybridTls],
        certainty: .documented,
        expectedError: "TLS fails after the certificate was chosen",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.flatMap { pinned -> [ExchangeFinding] in
            guard case .found(let found) = pinned.standing else { return [] }
            let prediction = pinned.prediction
            // Where one of the same name is presented, the others do not matter here.
            let chosen = prediction.choice.presented?.installed
            return found.filter { chosen == nil || $0 == chosen }.compactMap { installed in
                guard let services = installed.services, !services.contains(.smtp) else { return nil }
                return finding(
                    """
                    \(prediction.label) names certificate \(installed.evidence), whose services are \
                    \(services.words): it is chosen without SMTP, and TLS fails
                    """,
                    about: prediction.concern,
                    .certificate(installed.thumbprint),
                    certainty: prediction.connector.role == .server ? .documented : .stated,
                    remedies: [
                        .assignSmtp(to: installed.thumbprint, on: installed.server ?? prediction.server)
                    ]
                )
            }
        }
    }
}
