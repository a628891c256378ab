import ChainKit

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

    /// Chooses unless the connector is disabled or never uses TLS; one of which the export does not say
    /// whether it is enabled is taken to be.
    ///
    /// `gate` says in words why no TLS is used, nil where it may be.
    mutating func choose(
        by name: EffectiveName,
        isEnabled: Bool?,
        unless gate: (inout Self) -> String?
    ) -> CertificateChoice {
        if isEnabled == nil { candidates.remark("the export does not say whether the connector is enabled") }
        guard isEnabled ?? true else {
            return end(name, .none(reason: "the connector is disabled"), certainty: .standard)
        }
        if let reason = gate(&self) { return end(name, .none(reason: reason), certainty: .documented) }
        return choose(by: name)
    }

    /// Writes down the step that asks whether the connector uses TLS at all.
    mutating func passGate(_ step: StartTlsStep, doubt: String? = nil) {
        candidates.record(step)
        if let doubt { gateDoubts.append(doubt) }
    }

    /// Keeps something that an administrator should know.
    mutating func remark(_ text: String) { candidates.remark(text) }

    /// Runs the steps behind the gate.
    private mutating func choose(by name: EffectiveName) -> CertificateChoice {
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

// What is said of the certificates that may be presented, once they are known.
extension StartTlsProcess {
    /// Looks at the expiry of what may be presented; an expired certificate is presented all the same.
    mutating func checkExpiry(of winners: [SelectionCandidate]) {
        guard !winners.isEmpty else { return }
        run { $0.record(.expiry) }
        for candidate in winners where candidate.hasExpired(at: time) == .yes {
            let consequence =
                candidates.direction == .inbound
                ? "Exchange offers it all the same and logs event 12016"
                : "for Receive connectors Exchange is documented to use such a certificate all the same"
            remark("\(candidate.label) has expired; \(consequence)")
        }
    }

    /// Says what was taken for granted of the certificates that may be presented.
    mutating func remarkAssumptions(of winners: [SelectionCandidate]) {
        for candidate in winners {
            if candidate.hasPrivateKey == .unknown {
                remark(
                    "the exports do not say whether the server has the private key of \(candidate.label);"
                        + " Get-ExchangeCertificate is said to list no others (\(Citation.noCredentials))"
                )
            }
            if candidate.isVersion3 == .unknown {
                remark(
                    "\(candidate.label) is taken to be X.509 version 3, as its octets are not known"
                )
            }
        }
    }
}

/// The steps of the selection for STARTTLS, in Microsoft's order, with what is known of each.
///
/// Microsoft describes them for Receive connectors. For Send connectors no article does: that they are the
/// same is inferred from Get-ExchangeCertificate, whose reference gives one rule for both.
enum StartTlsStep: String, Sendable, CaseIterable {
    case tlsIsOffered = "auth-mechanism-contains-tls"
    case startTlsIsUsed = "ignore-starttls-is-off"
    case nameToLookFor = "name-to-look-for"
    case issuerAndSubject = "issuer-and-subject-match"
    case subjectOrSan = "subject-or-san-contains-name"
    case version3 = "x509-version-3"
    case privateKey = "private-key"
    case smtp = "enabled-for-smtp"
    case smtpNotAsked = "smtp-not-asked-for"
    case mostRecentValidFrom = "most-recent-valid-from"
    case firstValidPki = "first-valid-pki-certificate"
    case firstSelfSigned = "first-self-signed-certificate"
    case latestExpiry = "latest-expiry"
    case validChain = "valid-chain"
    case expiry = "expiry-of-the-chosen"

    /// What the step does, as a sentence without a full stop.
    var title: String {
        switch self {
        case .tlsIsOffered: "STARTTLS is offered only if the connector's AuthMechanism contains Tls"
        case .startTlsIsUsed: "A connector with IgnoreSTARTTLS set never uses STARTTLS"
        case .nameToLookFor: "The name is TlsCertificateName, else the connector's Fqdn, else the server's"
        case .issuerAndSubject: "The certificate's issuer and subject are those of TlsCertificateName"
        case .subjectOrSan: "The certificate's subject or subjectAltName contains the name"
        case .version3: "The certificate is X.509 version 3 or later"
        case .privateKey: "The server has the certificate's private key"
        case .smtp: "The certificate is enabled for SMTP"
        case .smtpNotAsked:
            "Whether a certificate that TlsCertificateName names is enabled for SMTP is not asked"
        case .mostRecentValidFrom: "The certificates are sorted by the most recent Valid from"
        case .firstValidPki: "The first valid PKI certificate is taken"
        case .firstSelfSigned: "Without a valid PKI certificate, the first self-signed one is taken"
        case .latestExpiry:
            "Of several with the same issuer and subject, the one with the latest expiry is taken"
        case .validChain: "The certificate's chain is valid on the server"
        case .expiry: "The expiry of the chosen certificate is checked; an expired one is used all the same"
        }
    }

    /// How sure it is that Exchange does so.
    func certainty(_ direction: TlsDirection) -> Certainty {
        switch (self, direction) {
        case (.startTlsIsUsed, _), (.nameToLookFor, _): .documented
        case (.issuerAndSubject, .outbound), (.latestExpiry, _), (.validChain, _), (.smtpNotAsked, .outbound):
            .stated
        case (_, .inbound): .documented
        case (_, .outbound): .inferred
        }
    }

    /// Where it stands written.
    func source(_ direction: TlsDirection) -> String {
        switch (self, direction) {
        case (.startTlsIsUsed, _), (.nameToLookFor, .outbound): Citation.setSendConnector
        case (.issuerAndSubject, .outbound): Citation.connectorNameNotFound
        case (.latestExpiry, _), (.validChain, _), (.smtpNotAsked, .outbound): Citation.hybridTls
        case (_, .inbound): Citation.inboundSelection
        case (_, .outbound):
            Citation.inboundSelection + "; " + Citation.getCertificate + ", example 4"
        }
    }
}
