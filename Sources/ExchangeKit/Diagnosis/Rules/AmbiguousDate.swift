import ChainKit

/// Flags dates of an export that can be read in two ways and play a part in a prediction.
struct AmbiguousDate: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "ambiguous-date",
        severity: .note,
        title: "A date that decides can be read in two ways",
        rationale: """
            Get-ExchangeCertificate prints dates in the manner of the server's culture: 12/02/2026 is in February on one \
            server and in December on another. Where the octets of the certificate are not at hand, the order of \
            certificates rests on such dates.
            """,
        remedy: "put the certificate file beside the export, or export with Export-Clixml",
        citations: [Citation.getCertificate, Citation.ambiguousDates],
        certainty: .reported,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        var seen: Set<String> = []
        let used = situation.connectorsInUse.flatMap { prediction -> [InstalledCertificate] in
            if case .unknown = prediction.choice.name { return [] }
            return (prediction.possible + prediction.choice.runnersUp).map(\.installed)
        }
        return used.compactMap { installed in
            guard installed.certificate == nil, seen.insert(installed.thumbprint).inserted else { return nil }
            let times = [installed.reportedNotBefore, installed.reportedNotAfter].compactMap { $0 }
                .filter(\.isAmbiguous)
            guard !times.isEmpty else { return nil }
            let list = times.map { time in
                "\"\(time.text)\" may be \(time.readings.map(\.date).joined(separator: " or "))"
            }
            return finding(
                "certificate \(installed.thumbprint): \(list.joined(separator: "; "))",
                about: .certificate(installed.thumbprint)
            )
        }
    }
}
