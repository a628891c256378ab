import ChainKit

/// Flags connectors whose TlsCertificateName is the name of several certificates.
struct SeveralCertificatesOfPinnedName: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "several-certificates-of-pinned-name",
        severity: .note,
        title: "Several certificates have the name that a connector looks for",
        rationale: """
            A renewal usually keeps issuer and subject, so that the old certificate and the new one have the same \
            TlsCertificateName. The Exchange Team says that the one with the latest expiry is used; where a connector \
            looks by its Fqdn instead, the documented order is by the newest beginning. Exchange refuses to remove \
            either certificate while a Send connector names both.
            """,
        remedy: "remove the old certificate in the order that Microsoft gives",
        citations: [Citation.hybridTls, Citation.cannotRemove, Citation.inboundSelection],
        certainty: .stated,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            guard case .found(let found) = pinned.standing, found.count > 1 else { return nil }
            let prediction = pinned.prediction
            let latest = found.max { Self.isBefore($0.validUntil, $1.validUntil) }
            let newest = found.max { Self.isBefore($0.validFrom, $1.validFrom) }
            // Only what passes is kept at the cost of the others.
            let kept = prediction.choice.presented?.installed
            let isKept = kept.map { situation.isFit($0, for: prediction) } ?? false
            let unwanted = found.filter { $0 != kept }
            let list = found.map { "\($0.evidence), until \($0.end)" }.joined(separator: "; ")
            let disagree = latest?.validUntil != nil && newest?.validFrom != nil && latest != newest
            let doubt =
                disagree
                ? """
                ; the one that ends last is not the one that began last, and which of the two rules counts here is \
                stated only once
                """
                : ""
            return finding(
                "\(prediction.label) names \(found.count) certificates at once: \(list)\(doubt)",
                about: prediction.concern,
                severity: disagree ? .warning : .note,
                remedies: isKept
                    ? [
                        .remove(
                            unwanted,
                            heldBy: prediction.connector,
                            keeping: kept,
                            sourceServers: Self.servers(of: prediction.connector)
                        )
                    ] : []
            )
        }
    }

    private static func isBefore(_ one: Instant?, _ other: Instant?) -> Bool {
        switch (one, other) {
        case (let one?, let other?): one < other
        case (nil, _?): true
        default: false
        }
    }

    private static func servers(of connector: TransportConnector) -> [String] {
        switch connector {
        case .send(let connector): connector.sourceTransportServers.value ?? []
        case .receive(let connector): connector.server.map { [$0] } ?? []
        }
    }
}
