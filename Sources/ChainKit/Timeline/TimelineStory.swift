/// Makes what happens of the states that follow each other.
struct TimelineStory {
    private(set) var entries: [TimelineEntry] = []
    private(set) var stop: CertificateTimeline.Stop?
    private(set) var working: [(from: Instant, until: Instant?)] = []
    private(set) var renewalLimit: Instant?

    init(_ leaf: Certificate, states: [TimelineState]) {
        for (before, after) in zip(states, states.dropFirst()) { tell(leaf, before, after) }
        working = Self.working(states)
        for state in states { tellListDates(state) }
        var told: Set<TimelineEntry> = []
        entries = entries.filter { told.insert($0).inserted }
            .enumerated().sorted { one, other in
                one.element.time == other.element.time
                    ? one.offset < other.offset : one.element.time < other.element.time
            }.map(\.element)
    }

    private mutating func tell(_ leaf: Certificate, _ before: TimelineState, _ after: TimelineState) {
        switch (before.works, after.works) {
        case (false, true):
            entries.append(.init(.works, at: after.time, in: leaf, "the certificate begins to work"))
        case (true, false):
            let cause = TimelineCause(
                losing: before.trusted.first,
                of: leaf,
                at: after.time,
                failure: after.failure
            )
            if stop == nil { stop = .init(time: after.time, cause: cause) }
            entries.append(
                .init(
                    .stops,
                    at: after.time,
                    in: cause.certificate,
                    "stops: \(cause.message)",
                    day: cause.day(of: after.time)
                )
            )
        case (true, true): tellChanges(leaf, before, after)
        case (false, false): break
        }
    }

    /// Which paths end while another goes on; several that end for one reason are told once.
    private mutating func tellChanges(_ leaf: Certificate, _ before: TimelineState, _ after: TimelineState) {
        guard let new = after.trusted.first?.path else { return }
        let way = new.certificates.dropFirst().map(\.label).joined(separator: " > ")
        var told: Set<Certificate> = []
        for lost in before.paths(lostIn: after) {
            let cause = TimelineCause(losing: lost, of: leaf, at: after.time, failure: nil)
            guard told.insert(cause.certificate).inserted else { continue }
            entries.append(
                .init(
                    .pathChanges,
                    at: after.time,
                    in: cause.certificate,
                    "\(cause.message); the path by \(way) takes over",
                    day: cause.day(of: after.time),
                    intermediates: new.intermediates.filter { !lost.path.certificates.contains($0) }
                )
            )
        }
    }

    /// What the list has set for the root of a trusted path.
    private mutating func tellListDates(_ state: TimelineState) {
        guard state.works, let trusted = state.trusted.first, let root = trusted.path.anchor?.certificate
        else {
            return
        }
        for note in trusted.notes {
            switch note {
            case .renewalWouldBeRejected(let date):
                renewalLimit = renewalLimit ?? date
                let words =
                    "what \"\(root.label)\" issues from this day on is not trusted: renew under another root"
                entries.append(.init(.renewalNotTrusted, at: date, in: root, words))
            case .anchorWillBeDisabled(let date):
                let words = "Microsoft disables \"\(root.label)\""
                entries.append(.init(.rootDisabled, at: date, in: root, words))
            case .weakSignatureHash, .doubtfulKey, .expiresBeforeTarget, .notInFolder, .revocationUnknown:
                break
            }
        }
    }

    private static func working(_ states: [TimelineState]) -> [(from: Instant, until: Instant?)] {
        var periods: [(from: Instant, until: Instant?)] = []
        var since: Instant?
        for state in states {
            if state.works { since = since ?? state.time }
            if !state.works, let start = since {
                periods.append((from: start, until: state.time))
                since = nil
            }
        }
        if let start = since { periods.append((from: start, until: nil)) }
        return periods
    }
}
