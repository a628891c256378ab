import ChainKit

/// The certificates of a store on their way through the steps of a selection.
struct StartTlsCandidates: Sendable {
    /// A certificate that no step left out.
    struct Entry: Sendable, Hashable {
        let candidate: SelectionCandidate
        /// What is not known of it and may leave it out.
        var doubts: [String] = []

        var thumbprint: String { candidate.installed.thumbprint }
    }

    /// What a step says of a certificate.
    enum Decision {
        case keep
        case drop(reason: String)
        /// Not known, and it may leave the certificate out.
        case doubt(String)
    }

    let direction: TlsDirection
    private(set) var entries: [Entry]
    private(set) var steps: [SelectionStep] = []
    /// Those that a step left out, by the step.
    private(set) var dropped: [StartTlsStep: [SelectionCandidate]] = [:]
    private(set) var remarks: [String] = []

    init(_ candidates: [SelectionCandidate], _ direction: TlsDirection) {
        self.direction = direction
        entries = []
        for candidate in candidates.sorted(by: Self.comesFirst) {
            let thumbprint = candidate.installed.thumbprint
            guard !thumbprint.isEmpty, entries.last?.thumbprint == thumbprint else {
                entries.append(Entry(candidate: candidate))
                continue
            }
            let place = candidate.installed.place
            remark(
                "\(candidate.label) stands in the exports more than once; \(place.path):\(place.line) is passed over"
            )
        }
    }

    /// Puts every certificate to a step.
    mutating func filter(_ step: StartTlsStep, _ decide: (SelectionCandidate) -> Decision) {
        var left: [Entry] = []
        var out: [SelectionStep.Dropped] = []
        for var entry in entries {
            switch decide(entry.candidate) {
            case .keep: left.append(entry)
            case .drop(let reason):
                out.append(SelectionStep.Dropped(thumbprint: entry.thumbprint, reason: reason))
                dropped[step, default: []].append(entry.candidate)
            case .doubt(let reason):
                entry.doubts.append("\(entry.candidate.label): \(reason)")
                left.append(entry)
            }
        }
        entries = left
        record(step, dropped: out)
    }

    /// Brings the certificates into a step's order.
    mutating func sort(_ step: StartTlsStep, _ time: (SelectionCandidate) -> PossibleTime?) {
        let keyed = entries.map { ($0, time($0.candidate)?.latest.seconds ?? .min) }
        entries = keyed.sorted { ($1.1, $0.0.thumbprint) < ($0.1, $1.0.thumbprint) }.map(\.0)
        record(step)
    }

    /// Puts those that a test holds for before the others, each in the order that it had.
    mutating func bringForward(where test: (SelectionCandidate) -> Bool) {
        entries = entries.filter { test($0.candidate) } + entries.filter { !test($0.candidate) }
    }

    /// Writes a step down that leaves the certificates as they are.
    mutating func record(_ step: StartTlsStep, dropped: [SelectionStep.Dropped] = []) {
        steps.append(
            SelectionStep(
                id: step.rawValue,
                title: step.title,
                left: entries.map(\.thumbprint),
                dropped: dropped,
                certainty: step.certainty(direction),
                source: step.source(direction)
            )
        )
    }

    /// Those that the step for the private key left out and that no later step would have left out.
    var withoutPrivateKey: [SelectionCandidate] {
        let asksForSmtp = steps.contains { $0.id == StartTlsStep.smtp.rawValue }
        return (dropped[.privateKey] ?? []).filter { candidate in
            if case .invalid = candidate.standing { return false }
            return !asksForSmtp || candidate.isEnabledForSmtp != .no
        }
    }

    /// What comes of having no certificate for want of a private key, nil where there is another reason.
    var reasonWithoutPrivateKey: String? {
        guard let first = withoutPrivateKey.first else { return nil }
        let what = "\(first.label) is on the server without its private key"
        return direction == .inbound
            ? what + "; STARTTLS is not offered and event 12014 is logged"
            : what + "; TLS negotiation fails with NoCredentials"
    }

    /// Keeps something that an administrator should know, once.
    mutating func remark(_ text: String) {
        if !remarks.contains(text) { remarks.append(text) }
    }

    /// By thumbprint; of two entries for one certificate, the one that says more.
    private static func comesFirst(_ one: SelectionCandidate, _ other: SelectionCandidate) -> Bool {
        if one.installed.thumbprint != other.installed.thumbprint {
            return one.installed.thumbprint < other.installed.thumbprint
        }
        let (facts, others) = (one.installed.knownFacts, other.installed.knownFacts)
        if facts != others { return facts > others }
        let (place, otherPlace) = (one.installed.place, other.installed.place)
        return (place.path, place.line) < (otherPlace.path, otherPlace.line)
    }
}

extension InstalledCertificate {
    /// How much of what the selection asks is known.
    fileprivate var knownFacts: Int {
        [
            certificate != nil, services != nil, status != nil, hasPrivateKey != nil, domains != nil,
            subject != nil,
        ]
        .count { $0 }
    }
}
