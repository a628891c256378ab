package import ChainKit

/// Which certificate a server presents for X-ANONYMOUSTLS, between Exchange servers (Microsoft, Selection of inbound and
/// outbound anonymous TLS certificates).
///
/// Both directions use the one certificate whose thumbprint Active Directory holds. Neither name nor issuer plays a
/// part, so a fault here never explains what Exchange Online refuses.
package struct InternalTransportSelection: Sendable {
    /// Makes the selection.
    package init() {}

    /// Whether a Receive connector offers X-ANONYMOUSTLS, nil where the export does not say.
    package func isOffered(by connector: ReceiveConnector) -> Bool? {
        if connector.isEnabled == false || connector.suppressXAnonymousTls == true { return false }
        guard connector.authMechanism.isKnown else { return nil }
        return connector.authMechanism.value?.contains { $0.trimmed.lowercased() == "exchangeserver" }
            ?? false
    }

    /// Finds the certificate of a thumbprint in the Personal store of a server.
    ///
    /// The order of the candidates plays no part.
    package func choose(
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

/// Which certificate a server presents for X-ANONYMOUSTLS, and how that came.
package struct InternalTransportChoice: Sendable, Hashable {
    /// What comes of it.
    package enum Outcome: Sendable, Hashable {
        /// This certificate is presented.
        case presented(SelectionCandidate)
        /// This one is, although it has expired: event 12015.
        case presentedExpired(SelectionCandidate)
        /// The attribute is empty: X-ANONYMOUSTLS is not offered, event 12012 at the service's start.
        case noThumbprint
        /// The server has no certificate with the thumbprint: event 12013.
        case notFound(thumbprint: String)
        /// The exports do not suffice to say.
        case unknown(reason: String)
    }

    /// What comes of it.
    package let outcome: Outcome
    /// The steps in their order.
    package let steps: [SelectionStep]
    /// How sure the prediction is.
    package let certainty: Certainty
    /// What an administrator should know of it.
    package let remarks: [String]

    /// The certificate that is presented, nil where none is or it is not known which.
    package var presented: SelectionCandidate? {
        switch outcome {
        case .presented(let candidate), .presentedExpired(let candidate): candidate
        case .noThumbprint, .notFound, .unknown: nil
        }
    }

    /// The event that Exchange logs, nil where it logs none or that is not known.
    package var event: Int? {
        switch outcome {
        case .noThumbprint: 12_012
        case .notFound: 12_013
        case .presentedExpired: 12_015
        case .presented, .unknown: nil
        }
    }
}

/// The steps of the selection for X-ANONYMOUSTLS, in Microsoft's order.
enum InternalTransportStep: String, Sendable, CaseIterable {
    case exchangeServerIsOffered = "auth-mechanism-contains-exchange-server"
    case thumbprint = "internal-transport-thumbprint"
    case store = "thumbprint-in-store"
    case expiry = "expiry-of-internal-transport-certificate"

    /// What the step does, as a sentence without a full stop.
    var title: String {
        switch self {
        case .exchangeServerIsOffered:
            "X-ANONYMOUSTLS is offered only if the connector's AuthMechanism contains ExchangeServer"
        case .thumbprint: "The thumbprint is read from the server's InternalTransportCertificateThumbprint"
        case .store:
            "The certificate with that thumbprint is looked up in the Personal store; no name plays a part"
        case .expiry: "The certificate's expiry is checked; an expired one is used all the same"
        }
    }

    /// How sure it is that Exchange does so.
    var certainty: Certainty { .documented }
    /// Where it stands written.
    var source: String { Citation.anonymousSelection }
}
