/// What an administrator should know of a choice that was made by TlsCertificateName.
struct TlsCertificateNameRemarks {
    private let name: TlsCertificateName
    private let winners: [SelectionCandidate]
    private let named: [SelectionCandidate]

    init(_ name: TlsCertificateName, winners: [SelectionCandidate], among named: [SelectionCandidate]) {
        self.name = name
        self.winners = winners
        self.named = named
    }

    /// Adds every remark that there is to make.
    func add(to candidates: inout StartTlsCandidates) {
        remarkEmptySubject(&candidates)
        for winner in winners {
            remarkSmtp(winner, &candidates)
            remarkCase(winner, &candidates)
        }
        if let newer {
            candidates.remark(
                "\(newer.label) has a more recent Valid from; the article on inbound STARTTLS sorts by that, the"
                    + " Exchange Team's by expiry"
            )
        }
        if named.isEmpty { remarkNearest(&candidates) }
    }

    /// One that began to be valid later than the only winner.
    var newer: SelectionCandidate? {
        guard winners.count == 1, let start = winners.first?.notBefore else { return nil }
        return named.first { candidate in
            guard let other = candidate.notBefore else { return false }
            return !other.mayBeAtOrBefore(start)
        }
    }

    private func remarkEmptySubject(_ candidates: inout StartTlsCandidates) {
        guard name.subject?.isBlank == true else { return }
        candidates.remark(
            "the name has no subject, so every certificate without a subject from that issuer has the same name;"
                + " what Exchange does then is not documented"
        )
    }

    private func remarkSmtp(_ winner: SelectionCandidate, _ candidates: inout StartTlsCandidates) {
        switch winner.isEnabledForSmtp {
        case .yes: break
        case .no:
            candidates.remark("\(winner.label) is not enabled for SMTP: it is chosen and TLS then fails")
        case .unknown:
            candidates.remark(
                "the exports do not hold the services of \(winner.label); without SMTP it is chosen and TLS fails"
            )
        }
    }

    private func remarkCase(_ winner: SelectionCandidate, _ candidates: inout StartTlsCandidates) {
        guard TlsCertificateNameMatch(name, winner.installed) == .exceptForCase else { return }
        candidates.remark(
            "the name is that of \(winner.label) but for capitals and small letters; by what rule Exchange"
                + " compares is not published"
        )
    }

    private func remarkNearest(_ candidates: inout StartTlsCandidates) {
        let others = candidates.dropped[.issuerAndSubject] ?? []
        guard let near = TlsCertificateNameSearch(name, among: others.map(\.installed)).near.first else {
            return
        }
        candidates.remark(
            "the nearest is certificate \(near.installed.thumbprint): "
                + near.differences.map(\.text).joined(separator: "; ")
        )
    }
}
