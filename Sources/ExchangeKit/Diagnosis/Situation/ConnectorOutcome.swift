import ChainKit

/// What becomes of the mail of one connector on one server: the one answer of a diagnosis.
///
/// The headline, the counts, the mark and the errors to be seen are read from it, and so is the exit code. A connector's
/// mail stops if, and only if, a finding of severity error is about it.
public enum ConnectorOutcome: Sendable, Hashable {
    /// The connector is switched off: it presents nothing, and no mail goes by it.
    case disabled
    /// It carries no mail to or from Exchange Online, as far as is known, and nothing is known to stop its other mail.
    case notConcerned
    /// Nothing is known to speak against its mail.
    case works
    /// Its mail stops; the texts are the errors to be seen, the first foremost.
    case stops(errors: [String])
    /// The exports do not suffice to say; the text says what is missing.
    case undetermined(String)

    /// The outcome in a word, as reports give it.
    public var word: String {
        switch self {
        case .disabled: "disabled"
        case .notConcerned: "not-concerned"
        case .works: "works"
        case .stops: "stops"
        case .undetermined: "undetermined"
        }
    }

    /// Whether its mail stops.
    public var isStops: Bool {
        if case .stops = self { true } else { false }
    }

    /// Whether the exports do not suffice to say.
    public var isUndetermined: Bool {
        if case .undetermined = self { true } else { false }
    }

    /// Whether the connector counts among those of which the report answers something.
    public var isJudged: Bool {
        switch self {
        case .works, .stops, .undetermined: true
        case .disabled, .notConcerned: false
        }
    }
}

extension ConnectorPrediction {
    /// The prediction with the outcome that findings give it.
    ///
    /// `errors` are the findings of severity error about this connector on this server.
    func settled(by errors: [ExchangeFinding]) -> ConnectorPrediction {
        var settled = self
        settled.outcome = outcome(by: errors)
        guard case .stops(let seen) = settled.outcome else { return settled }
        switch acceptance {
        // What Exchange Online makes of the certificate does not matter where mail stops before or after that.
        case .accepted, .unknown: settled.acceptance = .notConcerned
        case .refused(let findings, _, let certainty):
            settled.acceptance = .refused(findings, error: seen.first, certainty)
        case .notConcerned: break
        }
        return settled
    }

    private func outcome(by errors: [ExchangeFinding]) -> ConnectorOutcome {
        guard isInUse else { return .disabled }
        if !errors.isEmpty || part.isHybrid && isWithoutUsableCertificate {
            var seen: Set<String> = []
            return .stops(errors: errors.compactMap(\.expectedError).filter { seen.insert($0).inserted })
        }
        guard part.isHybrid else { return .notConcerned }
        switch (choice.outcome, acceptance) {
        case (.undetermined(_, let reason), _), (_, .unknown(let reason)): return .undetermined(reason)
        default: return .works
        }
    }

    /// Whether the connector presents nothing, or only what Exchange Online refuses.
    var isWithoutUsableCertificate: Bool {
        if case .none = choice.outcome { return true }
        return acceptance.isRefused
    }

    /// How grave it is that a connector finds no certificate.
    ///
    /// A Send connector that names a certificate does not send without it (454 4.7.5). A Receive connector that other
    /// systems use takes their mail without TLS.
    var severityWithoutCertificate: Severity {
        switch part {
        case .carriesHybridMail: .error
        case .notMet: .warning
        case .none: connector.role == .client ? .error : .warning
        case .unknown: .error
        }
    }
}

extension ExchangeSituation {
    /// Gives every connector the outcome that follows from the findings.
    mutating func settle(by findings: [ExchangeFinding]) {
        var errors: [ExchangeFinding.Concern: [ExchangeFinding]] = [:]
        for finding in findings where finding.severity == .error {
            for concern in Set(finding.concerns) { errors[concern, default: []].append(finding) }
        }
        func settle(_ prediction: ConnectorPrediction) -> ConnectorPrediction {
            let concerns = Set([prediction.concern, prediction.connector.concern])
            return prediction.settled(by: concerns.flatMap { errors[$0] ?? [] })
        }
        inbound = inbound.map(settle)
        outbound = outbound.map(settle)
    }
}
