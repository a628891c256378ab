/// What an administrator should know of a choice that was made by a host name.
struct FqdnRemarks {
    private let fqdn: String
    private let winners: [SelectionCandidate]
    private let result: SelectionContest.Result
    private let time: Instant

    init(_ fqdn: String, winners: [SelectionCandidate], of result: SelectionContest.Result, at time: Instant)
    {
        self.fqdn = fqdn
        self.winners = winners
        self.result = result
        self.time = time
    }

    /// Adds every remark that there is to make.
    func add(to candidates: inout StartTlsCandidates) {
        remarkSmtp(&candidates)
        remarkWildcard(&candidates)
    }

    /// The article that asks for SMTP also has a note that a certificate without it is chosen, to fail later.
    private func remarkSmtp(_ candidates: inout StartTlsCandidates) {
        let withoutSmtp = candidates.dropped[.smtp] ?? []
        guard FqdnContest(candidates.entries, and: withoutSmtp, at: time).result != result else { return }
        let labels = withoutSmtp.map(\.label).joined(separator: ", ")
        candidates.remark(
            "not enabled for SMTP: \(labels); a note in the same article says that such a certificate is chosen"
                + " nevertheless, and that TLS then fails"
        )
    }

    /// Whether an exact name goes before a wildcard is not documented, so it decides nothing here.
    private func remarkWildcard(_ candidates: inout StartTlsCandidates) {
        guard winners.count == 1, let winner = winners.first,
            case .wildcard(let wildcard) = CandidateNameMatch(winner.installed, name: fqdn)
        else { return }
        let rival = candidates.entries.map(\.candidate).first { candidate in
            candidate != winner && candidate.isSelfSigned == winner.isSelfSigned
                && CandidateNameMatch(candidate.installed, name: fqdn) == .exact
        }
        guard let rival else { return }
        candidates.remark(
            "\(winner.label) matches by \(wildcard) and \(rival.label) by the exact name; whether an exact name goes"
                + " before a wildcard is not documented"
        )
    }
}
