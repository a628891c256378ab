import ChainKit

/// What differs between two diagnoses of the same connectors: after a change, or on a later day.
package struct DiagnosisDifference: Sendable {
    /// A connector that presents something else, or whose certificate fares otherwise.
    package struct Change: Sendable {
        /// Before.
        package let before: ConnectorPrediction
        /// After.
        package let after: ConnectorPrediction

        /// Whether another certificate is presented.
        package var isOtherCertificate: Bool {
            before.choice.gist != after.choice.gist
        }

        /// Whether the connector's mail stops where it went before.
        package var breaks: Bool { after.outcome.isStops && !before.outcome.isStops }
    }

    /// The connectors that differ, in the order of the later diagnosis.
    package let changes: [Change]
    /// Findings that the later diagnosis has and the earlier has not.
    package let appeared: [ExchangeFinding]
    /// Findings that the earlier diagnosis has and the later has not.
    package let gone: [ExchangeFinding]

    /// Whether nothing differs.
    package var isEmpty: Bool { changes.isEmpty && appeared.isEmpty && gone.isEmpty }

    /// Compares two diagnoses.
    package init(from earlier: Diagnosis, to later: Diagnosis) {
        let known = Dictionary(earlier.situation.connectors.map { ($0.key, $0) }) { first, _ in first }
        changes = later.situation.connectors.compactMap { after in
            guard let before = known[after.key], before.gist != after.gist else { return nil }
            return Change(before: before, after: after)
        }
        // A message may count days: what is the same finding, rule and concern decide.
        let before = Set(earlier.findings.map(\.key))
        let after = Set(later.findings.map(\.key))
        appeared = later.findings.filter { !before.contains($0.key) }
        gone = earlier.findings.filter { !after.contains($0.key) }
    }
}

extension ConnectorPrediction {
    /// Which connector on which server.
    fileprivate struct Key: Hashable {
        let role: TransportRole
        let identity: String
        let server: String?
    }

    fileprivate var key: Key { Key(role: connector.role, identity: connector.identity, server: server) }

    fileprivate var gist: [String] { [choice.gist, acceptance.word, outcome.word] }
}

extension CertificateChoice {
    /// Which certificate is presented, as a text to compare.
    fileprivate var gist: String {
        switch outcome {
        case .presented(let candidate): candidate.installed.thumbprint
        case .none: "none"
        case .undetermined(let candidates, _):
            candidates.map(\.installed.thumbprint).sorted().joined(separator: " ")
        }
    }
}

extension ExchangeFinding {
    fileprivate struct Key: Hashable {
        let rule: String
        let severity: Severity
        let concern: Concern?
    }

    // What a finding is about in the first place; the certificates that it tells of may change with the story.
    fileprivate var key: Key { Key(rule: rule, severity: severity, concern: concerns.first) }
}
