/// Which certificate a server presents for X-ANONYMOUSTLS, between Exchange servers (Microsoft, Selection of inbound and
/// outbound anonymous TLS certificates).
///
/// Both directions use the one certificate whose thumbprint Active Directory holds. Neither name nor issuer plays a
/// part, so a fault here never explains what Exchange Online refuses.
public struct InternalTransportSelection: Sendable {
    /// Makes the selection.
    public init() {}

    /// Whether a Receive connector offers X-ANONYMOUSTLS, nil where the export does not say.
    public func isOffered(by connector: ReceiveConnector) -> Bool? {
        if connector.isEnabled == false || connector.suppressXAnonymousTls == true { return false }
        guard connector.authMechanism.isKnown else { return nil }
        return connector.authMechanism.value?.contains { $0.trimmed.lowercased() == "exchangeserver" }
            ?? false
    }

    /// Finds the certificate of a thumbprint in the Personal store of a server.
    ///
    /// The order of the candidates plays no part.
    public func choose(
        for thumbprint: Setting<String>,
        among candidates: [SelectionCandidate],
        from store: StoreKnowledge = .exported,
        at time: Instant
    ) -> InternalTransportChoice {
        let sorted = StartTlsCandidates(candidates, .inbound).entries.map(\.candidate)
        var steps = [step(.thumbprint, left: sorted, dropped: [])]
        guard let wanted = Self.digits(thumbprint.value ?? "") else {
            let outcome: InternalTransportChoice.Outcome =
                thumbprint.isKnown
                ? .noThumbprint
                : .unknown(reason: "the server's InternalTransportCertificateThumbprint was not exported")
            return choice(outcome, steps, [])
        }
        if let gap = store.gap { return choice(.unknown(reason: gap), steps, []) }
        let found = sorted.filter { Self.digits($0.installed.thumbprint) == wanted }
        steps.append(step(.store, left: found, dropped: sorted.filter { !found.contains($0) }))
        guard let certificate = found.first else { return choice(.notFound(thumbprint: wanted), steps, []) }
        steps.append(step(.expiry, left: [certificate], dropped: []))
        guard certificate.hasExpired(at: time) != .yes else {
            return choice(
                .presentedExpired(certificate),
                steps,
                ["\(certificate.label) has expired and is used all the same"]
            )
        }
        return choice(.presented(certificate), steps, remarks(certificate, at: time))
    }

    private func remarks(_ candidate: SelectionCandidate, at time: Instant) -> [String] {
        var remarks: [String] = []
        if candidate.hasExpired(at: time) == .unknown {
            remarks.append("whether \(candidate.label) has expired is not known")
        }
        if candidate.hasPrivateKey == .no {
            remarks.append("the server lacks the private key of \(candidate.label)")
        }
        return remarks
    }

    private func choice(
        _ outcome: InternalTransportChoice.Outcome,
        _ steps: [SelectionStep],
        _ remarks: [String]
    ) -> InternalTransportChoice {
        var certainty = Certainty.documented
        if case .unknown = outcome { certainty = .unknown }
        return InternalTransportChoice(outcome: outcome, steps: steps, certainty: certainty, remarks: remarks)
    }

    private func step(
        _ step: InternalTransportStep,
        left: [SelectionCandidate],
        dropped: [SelectionCandidate]
    ) -> SelectionStep {
        SelectionStep(
            id: step.rawValue,
            title: step.title,
            left: left.map(\.installed.thumbprint),
            dropped: dropped.map {
                SelectionStep.Dropped(
                    thumbprint: $0.installed.thumbprint,
                    reason: "its thumbprint is another"
                )
            },
            certainty: step.certainty,
            source: step.source
        )
    }

    /// The thumbprint in upper case without blanks and colons, nil where there is none.
    private static func digits(_ text: String) -> String? {
        let digits = text.uppercased().filter { $0.isLetter || $0.isNumber }
        return digits.isEmpty ? nil : digits
    }
}
