import ChainKit

/// Flags connectors that name a certificate without a subject.
struct PinnedNameWithoutSubject: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "pinned-name-without-subject",
        severity: .warning,
        title: "A connector names a certificate without a subject",
        rationale: """
            Public CAs may leave the subject out, and some do. A TlsCertificateName then ends with <S>, and every \
            certificate of that issuer without a subject has the same one: the name cannot tell them apart. What \
            Exchange makes of such a name is not documented.
            """,
        remedy: "have the certificate reissued with a common name, and name that one",
        citations: [Citation.setSendConnector, Citation.baselineRequirements],
        certainty: .unknown,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            guard let subject = pinned.name.subject, subject.allSatisfy(\.isWhitespace) else { return nil }
            var alike = 0
            if case .found(let found) = pinned.standing { alike = found.count }
            let several = alike > 1 ? "; \(alike) certificates of the server have that name" : ""
            return finding(
                """
                \(pinned.prediction.label) names \(pinned.name.text), which ends with an empty subject: what Exchange \
                makes of that is not documented\(several)
                """,
                about: pinned.prediction.concern,
                remedies: [
                    .advise(
                        "Have the certificate reissued with a common name",
                        certainty: .inferred,
                        source: Citation.setSendConnector
                    )
                ]
            )
        }
    }
}
