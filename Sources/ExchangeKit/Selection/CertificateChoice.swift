public import ChainKit

/// Which certificate a connector presents, and how that came.
public struct CertificateChoice: Sendable, Hashable {
    /// What comes of a selection.
    public enum Outcome: Sendable, Hashable {
        /// This certificate is presented.
        case presented(SelectionCandidate)
        /// None is: STARTTLS is not offered, or the connection has no credentials.
        case none(reason: String)
        /// One of these, or none: the exports do not suffice to say which.
        case undetermined([SelectionCandidate], reason: String)
    }

    /// The name that was looked for.
    package let name: EffectiveName
    /// What comes of it.
    public let outcome: Outcome
    /// The steps in their order.
    package let steps: [SelectionStep]
    /// The others that could have been chosen, the next one first.
    public let runnersUp: [SelectionCandidate]
    /// Those that only the missing private key left out.
    public let withoutPrivateKey: [SelectionCandidate]
    /// How sure the prediction is: the least sure of the steps that decided.
    public let certainty: Certainty
    /// What an administrator should know of the choice: tie-breakers that disagree, an expired winner, lower case.
    public let remarks: [String]

    /// The certificate that is presented, nil where none is or it is not known which.
    public var presented: SelectionCandidate? {
        if case .presented(let candidate) = outcome { candidate } else { nil }
    }
}

/// One documented step of a selection: who was left after it, and who fell out and why.
package struct SelectionStep: Sendable, Hashable {
    /// A candidate that a step left out.
    package struct Dropped: Sendable, Hashable {
        /// Its thumbprint.
        package let thumbprint: String
        /// Why, lower case, no full stop.
        package let reason: String
    }

    /// The stable name of the step, in kebab case; Documentation/Exchange.md has a line for each.
    package let id: String
    /// What the step does, as a sentence without a full stop.
    package let title: String
    /// Thumbprints of those left, in the order that the step gives them.
    package let left: [String]
    /// Those that the step left out.
    package let dropped: [Dropped]
    /// How sure it is that Exchange does so.
    package let certainty: Certainty
    /// Where it stands written.
    package let source: String
}

/// The decision table of Documentation/Exchange.md: each step, where it is implemented, how sure it is, and its source.
package enum SelectionDocumentation {
    /// The tables of STARTTLS and X-ANONYMOUSTLS, in Markdown.
    package static var markdown: String {
        var lines = [
            "| step | what it does | file | Receive connector | Send connector |",
            "| --- | --- | --- | --- | --- |",
        ]
        for step in StartTlsStep.allCases {
            lines.append(
                "| `\(step.rawValue)` | \(step.title) | `\(file(of: step))` | \(cell(step, .inbound)) | \(cell(step, .outbound)) |"
            )
        }
        lines += [
            "", "| step | what it does | file | between Exchange servers |", "| --- | --- | --- | --- |",
        ]
        for step in InternalTransportStep.allCases {
            lines.append(
                "| `\(step.rawValue)` | \(step.title) | `InternalTransportSelection` | \(step.certainty.rawValue): \(step.source) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ step: StartTlsStep, _ direction: TlsDirection) -> String {
        switch (step, direction) {
        case (.tlsIsOffered, .outbound), (.startTlsIsUsed, .inbound): "no such step"
        default: "\(step.certainty(direction).rawValue): \(step.source(direction))"
        }
    }

    private static func file(of step: StartTlsStep) -> String {
        switch step {
        case .tlsIsOffered, .startTlsIsUsed, .nameToLookFor: "ConnectorSelection"
        case .version3, .privateKey, .expiry: "StartTlsProcess"
        case .subjectOrSan, .smtp, .mostRecentValidFrom, .firstValidPki, .firstSelfSigned: "ChoiceByFqdn"
        case .issuerAndSubject, .smtpNotAsked, .latestExpiry, .validChain: "ChoiceByTlsCertificateName"
        }
    }
}

/// Who may win where the lowest rank wins and among equals the latest time, some of it being unknown.
///
/// Each entrant's unknown facts are taken to be independent of the others'. Then an entrant may win if, at one of its
/// ranks and at its latest time, every other may be out, or worse, or no later; no reading need be played through.
struct SelectionContest {
    /// One that takes part.
    struct Entrant {
        /// The ranks that it may have; empty for one that is out.
        var ranks: Set<Int>
        /// Whether it may be out.
        var mayBeOut: Bool
        /// Nil where nothing is known of it.
        let time: PossibleTime?
    }

    /// What may come of it.
    struct Result: Hashable {
        /// The numbers of those that may win.
        var winners: Set<Int>
        /// Whether there may be none.
        var mayBeNone: Bool

        mutating func formUnion(_ other: Self) {
            winners.formUnion(other.winners)
            mayBeNone = mayBeNone || other.mayBeNone
        }
    }

    let entrants: [Entrant]

    var result: Result {
        Result(
            winners: Set(
                entrants.indices.filter { number in
                    entrants[number].ranks.contains { mayWin(number, at: $0) }
                }
            ),
            mayBeNone: entrants.allSatisfy { $0.mayBeOut || $0.ranks.isEmpty }
        )
    }

    private func mayWin(_ number: Int, at rank: Int) -> Bool {
        entrants.indices.allSatisfy { $0 == number || mayLose(entrants[$0], to: entrants[number], at: rank) }
    }

    private func mayLose(_ entrant: Entrant, to winner: Entrant, at rank: Int) -> Bool {
        if entrant.mayBeOut || entrant.ranks.isEmpty || entrant.ranks.contains(where: { $0 > rank }) {
            return true
        }
        guard entrant.ranks.contains(rank) else { return false }
        guard let time = entrant.time, let winning = winner.time else { return true }
        return time.mayBeAtOrBefore(winning)
    }
}
