import ChainKit

/// Flags connectors whose TlsCertificateName was meant for a certificate and does not name it.
struct TlsCertificateNameNearlyMatches: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-certificate-name-nearly-matches",
        severity: .error,
        title: "A connector nearly names a certificate",
        rationale: """
            Issuer and subject must stand in the connector as Get-ExchangeCertificate prints them. A CA that issues \
            under another of its authorities, a subject typed by hand or taken from OpenSSL, or text damaged on its way \
            through a log gives a name that no certificate has. By what rule Exchange compares is not published.
            """,
        remedy: "take the name from the certificate itself, and have every renewal do so",
        citations: [Citation.newCertificate, Citation.wizardCommands, Citation.chromePolicy],
        certainty: .inferred,
        expectedError: "454 4.7.5 … could not be found (sending); event 12014 and no STARTTLS (receiving)",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.flatMap { pinned -> [ExchangeFinding] in
            switch pinned.standing {
            case .nearly(let near):
                near.first.flatMap { nearly(pinned, $0, in: situation) }.map { [$0] } ?? []
            case .found(let found): exceptForCase(pinned, found).map { [$0] } ?? []
            default: []
            }
        }
    }

    private func nearly(
        _ pinned: PinnedName,
        _ near: TlsCertificateNameSearch.NearMatch,
        in situation: ExchangeSituation
    ) -> ExchangeFinding? {
        guard let severity = pinned.severity else { return nil }
        let prediction = pinned.prediction
        let meant =
            situation.isFit(near.installed, for: prediction)
            ? near.installed : situation.replacement(for: prediction)
        let lines = near.differences.map(\.text) + near.lines.map(\.text)
        return finding(
            """
            \(prediction.label) names \(pinned.name.text), which comes near certificate \(near.installed.evidence) and \
            is not its name: \(lines.joined(separator: "; "))
            """,
            about: prediction.concern,
            .certificate(near.installed.thumbprint),
            severity: severity,
            expectedError: pinned.expectedError,
            remedies: situation.pinning(prediction, to: meant) + [.clearName(of: prediction.connector)]
        )
    }

    /// HealthChecker passes over case; whether Exchange does is not known.
    private func exceptForCase(_ pinned: PinnedName, _ found: [InstalledCertificate]) -> ExchangeFinding? {
        guard let first = pinned.prediction.choice.presented?.installed ?? found.first,
            found.allSatisfy({ TlsCertificateNameMatch(pinned.name, $0) == .exceptForCase })
        else { return nil }
        return finding(
            """
            \(pinned.prediction.label) names \(pinned.name.text), which is the name of certificate \
            \(first.thumbprint) but for capitals and small letters; whether Exchange tells them apart is not documented
            """,
            about: pinned.prediction.concern,
            .certificate(first.thumbprint),
            severity: .note,
            certainty: .unknown
        )
    }
}
