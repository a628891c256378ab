/// Who may win among certificates for a host name: valid PKI before self-signed, then the most recent Valid from.
///
/// Expiry is documented to be checked after the choice. Whether an expired certificate is a "valid PKI" one until then
/// is not said, so both readings are tried.
struct FqdnContest {
    /// Whether an expired certificate counts as a valid PKI certificate.
    private enum Reading: CaseIterable {
        case expiredCounts, expiredComesLast
    }

    private let entries: [StartTlsCandidates.Entry]
    private let time: Instant

    /// Takes those who are left, and others besides whom a step left out.
    init(_ entries: [StartTlsCandidates.Entry], and others: [SelectionCandidate] = [], at time: Instant) {
        self.entries = entries + others.map { StartTlsCandidates.Entry(candidate: $0) }
        self.time = time
    }

    /// What may come of it, by any reading.
    var result: SelectionContest.Result {
        var result = result(.expiredCounts)
        result.formUnion(self.result(.expiredComesLast))
        return result
    }

    /// Those who may win, in the order of the entries.
    var winners: [StartTlsCandidates.Entry] { result.winners.sorted().map { entries[$0] } }

    /// Why there is more than one answer.
    var reason: String {
        let winners = winners
        var reasons = winners.flatMap(\.doubts)
        reasons += winners.filter { $0.candidate.isSelfSigned == .unknown }
            .map { "whether \($0.candidate.label) signed itself is not known" }
        if result(.expiredCounts) != result(.expiredComesLast) {
            reasons.append(
                "whether an expired certificate counts as a valid PKI certificate until it is chosen is not documented"
            )
        }
        if reasons.isEmpty { reasons.append("which of them has the most recent Valid from cannot be told") }
        return reasons.joined(separator: "; ")
    }

    private func result(_ reading: Reading) -> SelectionContest.Result {
        SelectionContest(
            entrants: entries.map { entry in
                SelectionContest.Entrant(
                    ranks: ranks(of: entry.candidate, reading),
                    mayBeOut: !entry.doubts.isEmpty,
                    time: entry.candidate.notBefore
                )
            }
        ).result
    }

    private static let publicKeyInfrastructure = 1
    private static let selfSigned = 2
    private static let expired = 3

    private func ranks(of candidate: SelectionCandidate, _ reading: Reading) -> Set<Int> {
        var ranks: Set<Int> =
            switch candidate.isSelfSigned {
            case .yes: [Self.selfSigned]
            case .no: [Self.publicKeyInfrastructure]
            case .unknown: [Self.publicKeyInfrastructure, Self.selfSigned]
            }
        guard reading == .expiredComesLast, ranks.contains(Self.publicKeyInfrastructure) else { return ranks }
        let expired = candidate.hasExpired(at: time)
        if expired == .yes { ranks.remove(Self.publicKeyInfrastructure) }
        if expired != .no { ranks.insert(Self.expired) }
        return ranks
    }
}
