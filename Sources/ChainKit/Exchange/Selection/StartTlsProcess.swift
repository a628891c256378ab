/// The steps that selections for STARTTLS have in common, a method a step, in Microsoft's order.
struct StartTlsProcess {
    let time: Instant
    private(set) var candidates: StartTlsCandidates
    /// What may keep the connector from presenting anything, whatever is chosen.
    private(set) var gateDoubts: [String] = []
    private let store: StoreKnowledge
    // Before the gate nothing is chosen from the store, so that a gap in it does not matter.
    private var isPastGate = false

    init(
        _ given: [SelectionCandidate],
        _ direction: TlsDirection,
        from store: StoreKnowledge,
        at time: Instant
    ) {
        self.time = time
        self.store = store
        candidates = StartTlsCandidates(given, direction)
    }

    /// Whether the connector is in use; one of which the export does not say is taken to be.
    mutating func isInUse(_ isEnabled: Bool?) -> Bool {
        if isEnabled == nil { candidates.remark("the export does not say whether the connector is enabled") }
        return isEnabled ?? true
    }

    /// Writes down the step that asks whether the connector uses TLS at all.
    mutating func passGate(_ step: StartTlsStep, doubt: String? = nil) {
        candidates.record(step)
        if let doubt { gateDoubts.append(doubt) }
    }

    /// Keeps something that an administrator should know.
    mutating func remark(_ text: String) { candidates.remark(text) }

    /// Runs the steps behind the gate.
    mutating func choose(by name: EffectiveName) -> CertificateChoice {
        candidates.record(.nameToLookFor)
        isPastGate = true
        if case .notExported(let gap) = store {
            return end(name, .none(reason: gap), certainty: .unknown)
        }
        switch name {
        case .unknown(let missing):
            let all = candidates.entries.map(\.candidate)
            return end(name, .undetermined(all, reason: missing), certainty: .unknown)
        case .tlsCertificateName(let text):
            return ChoiceByTlsCertificateName(TlsCertificateName(reading: text), at: time).choose(
                in: &self,
                name
            )
        case .connectorFqdn(let text), .serverFqdn(let text):
            return ChoiceByFqdn(text, at: time).choose(in: &self, name)
        }
    }

    /// Runs a step on the certificates.
    mutating func run(_ step: (inout StartTlsCandidates) -> Void) { step(&candidates) }

    /// Keeps certificates of X.509 version 3 or later.
    mutating func keepVersion3() {
        candidates.filter(.version3) { candidate in
            candidate.isVersion3 == .no ? .drop(reason: "it is below version 3") : .keep
        }
    }

    /// Keeps certificates with an associated private key.
    mutating func keepWithPrivateKey() {
        candidates.filter(.privateKey) { candidate in
            candidate.hasPrivateKey == .no ? .drop(reason: "the server lacks its private key") : .keep
        }
    }

    /// Ends the selection with what came of the contest.
    func end(
        _ name: EffectiveName,
        by result: SelectionContest.Result,
        winners: [SelectionCandidate],
        certainty: Certainty,
        reasons: (none: String, several: String)
    ) -> CertificateChoice {
        let outcome: CertificateChoice.Outcome
        if let only = winners.first, winners.count == 1, !result.mayBeNone {
            outcome = .presented(only)
        } else if winners.isEmpty {
            outcome = .none(reason: reasons.none)
        } else {
            outcome = .undetermined(winners, reason: reasons.several)
        }
        let others = candidates.entries.map(\.candidate).filter { !winners.contains($0) }
        return end(name, outcome, certainty: certainty, runnersUp: others)
    }

    /// Ends the selection.
    func end(
        _ name: EffectiveName,
        _ outcome: CertificateChoice.Outcome,
        certainty: Certainty,
        runnersUp: [SelectionCandidate] = []
    ) -> CertificateChoice {
        var outcome = isPastGate ? store.qualify(outcome) : outcome
        if case .presented(let candidate) = outcome, !gateDoubts.isEmpty {
            outcome = .undetermined([candidate], reason: gateDoubts.joined(separator: "; "))
        }
        var certainty = certainty
        if case .undetermined = outcome { certainty = .unknown }
        return CertificateChoice(
            name: name,
            outcome: outcome,
            steps: candidates.steps,
            runnersUp: runnersUp,
            withoutPrivateKey: candidates.withoutPrivateKey,
            certainty: certainty,
            remarks: candidates.remarks
        )
    }
}
