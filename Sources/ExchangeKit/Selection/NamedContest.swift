import ChainKit

/// Who may win among certificates with the issuer and subject of one TlsCertificateName: the latest expiry.
///
/// Whether Exchange drops those that are not valid before it looks for the latest, or after, is not documented, and
/// neither is whether it heeds case. Where that could matter each reading is tried.
struct NamedContest {
    /// How a certificate stands on the server.
    enum Validity {
        case valid
        case invalid(reason: String)
        case doubtful(reason: String)
    }

    private let entries: [StartTlsCandidates.Entry]
    private let isExact: [Bool]
    private let time: Instant

    init(_ entries: [StartTlsCandidates.Entry], _ name: TlsCertificateName, at time: Instant) {
        self.entries = entries
        isExact = entries.map { TlsCertificateNameMatch(name, $0.candidate.installed) != .exceptForCase }
        self.time = time
    }

    /// How a certificate stands; a self-signed one is as good as its name says.
    static func validity(of candidate: SelectionCandidate, at time: Instant) -> Validity {
        switch candidate.standing {
        case .invalid(let reason): return .invalid(reason: reason)
        case .unknown(let reason): return .doubtful(reason: reason)
        case .valid, .selfSigned: break
        }
        guard candidate.notBefore != nil, candidate.isNotYetValid(at: time) != .no else { return .valid }
        return .doubtful(
            reason:
                "it is not valid yet, and whether Exchange passes over such a certificate is not documented"
        )
    }

    /// What may come of it, by any reading.
    var result: SelectionContest.Result {
        // With nothing but matches that differ in case there is no choice between two rules of comparison.
        let heedsCase = isExact.contains(true) && isExact.contains(false) ? [true, false] : [false]
        var result = SelectionContest.Result(winners: [], mayBeNone: false)
        for heedsCase in heedsCase {
            result.formUnion(droppingFirst(heedsCase))
            result.formUnion(droppingLast(heedsCase))
        }
        return result
    }

    /// Those who may win, in the order of the entries.
    var winners: [StartTlsCandidates.Entry] { result.winners.sorted().map { entries[$0] } }

    /// Why there is more than one answer.
    var reason: String {
        let winners = winners
        var reasons = winners.flatMap { entry in
            var doubts = entry.doubts
            if case .doubtful(let reason) = Self.validity(of: entry.candidate, at: time) {
                doubts.append("\(entry.candidate.label): \(reason)")
            }
            return doubts
        }
        if droppingFirst(false) != droppingLast(false), reasons.isEmpty {
            reasons.append(
                "the one with the latest expiry is not valid, and whether Exchange then takes another is not documented"
            )
        }
        if isExact.contains(false), isExact.contains(true), droppingFirst(true) != droppingFirst(false) {
            reasons.append("whether Exchange heeds capitals and small letters is not published")
        }
        if reasons.isEmpty { reasons.append("which of them expires last cannot be told") }
        return reasons.joined(separator: "; ")
    }

    private func droppingFirst(_ heedsCase: Bool) -> SelectionContest.Result {
        contest(heedsCase) { validity, entrant in
            switch validity {
            case .valid: break
            case .invalid: entrant.ranks = []
            case .doubtful: entrant.mayBeOut = true
            }
        }
    }

    private func droppingLast(_ heedsCase: Bool) -> SelectionContest.Result {
        let raw = contest(heedsCase) { _, _ in }
        var result = SelectionContest.Result(winners: [], mayBeNone: raw.mayBeNone)
        for winner in raw.winners {
            switch Self.validity(of: entries[winner].candidate, at: time) {
            case .valid: result.winners.insert(winner)
            case .invalid: result.mayBeNone = true
            case .doubtful:
                result.winners.insert(winner)
                result.mayBeNone = true
            }
        }
        return result
    }

    private func contest(
        _ heedsCase: Bool,
        _ adjust: (Validity, inout SelectionContest.Entrant) -> Void
    ) -> SelectionContest.Result {
        SelectionContest(
            entrants: entries.indices.map { number in
                var entrant = SelectionContest.Entrant(
                    ranks: heedsCase && !isExact[number] ? [] : [1],
                    mayBeOut: !entries[number].doubts.isEmpty,
                    time: entries[number].candidate.notAfter
                )
                adjust(Self.validity(of: entries[number].candidate, at: time), &entrant)
                return entrant
            }
        ).result
    }
}
