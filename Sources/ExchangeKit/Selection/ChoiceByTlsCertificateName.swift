import ChainKit

/// The steps for a connector that names its certificate by issuer and subject.
struct ChoiceByTlsCertificateName {
    private let name: TlsCertificateName
    private let time: Instant

    init(_ name: TlsCertificateName, at time: Instant) {
        self.name = name
        self.time = time
    }

    func choose(in process: inout StartTlsProcess, _ effective: EffectiveName) -> CertificateChoice {
        process.run(keepThoseNamed)
        process.keepVersion3()
        process.keepWithPrivateKey()
        process.run { $0.record(.smtpNotAsked) }
        process.run { $0.sort(.latestExpiry, \.notAfter) }
        let named = process.candidates.entries
        let contest = NamedContest(named, name, at: time)
        let result = contest.result
        let winners = contest.winners
        process.run(keepValid)
        process.checkExpiry(of: winners.map(\.candidate))
        process.remarkAssumptions(of: winners.map(\.candidate))
        let remarks = TlsCertificateNameRemarks(
            name,
            winners: winners.map(\.candidate),
            among: named.map(\.candidate)
        )
        process.run(remarks.add)
        let certainty = certainty(process.candidates, winners: winners.map(\.candidate), named: named)
        return process.end(
            effective,
            by: result,
            winners: winners.map(\.candidate),
            certainty: certainty,
            reasons: (reasonForNone(process.candidates, isNamed: !named.isEmpty), contest.reason)
        )
    }

    /// Keeps certificates whose issuer and subject are the name's.
    private func keepThoseNamed(_ candidates: inout StartTlsCandidates) {
        candidates.filter(.issuerAndSubject) { candidate in
            switch TlsCertificateNameMatch(name, candidate.installed) {
            case .exact, .exceptForCase: .keep
            case .near(let differences, _): .drop(reason: differences.map(\.text).joined(separator: "; "))
            case .none: .drop(reason: "its issuer and subject are others")
            case .unknown: .doubt("its issuer or subject is not known")
            }
        }
    }

    /// A named certificate that the server cannot validate is not presented.
    private func keepValid(_ candidates: inout StartTlsCandidates) {
        candidates.filter(.validChain) { candidate in
            switch NamedContest.validity(of: candidate, at: time) {
            case .invalid(let reason): .drop(reason: reason)
            case .doubtful(let reason): .doubt(reason)
            case .valid: .keep
            }
        }
    }

    private func certainty(
        _ candidates: StartTlsCandidates,
        winners: [SelectionCandidate],
        named: [StartTlsCandidates.Entry]
    ) -> Certainty {
        var certainty = StartTlsStep.issuerAndSubject.certainty(candidates.direction)
        if named.count > 1 {
            certainty = max(certainty, StartTlsStep.latestExpiry.certainty(candidates.direction))
        }
        if candidates.dropped[.validChain] != nil {
            certainty = max(certainty, StartTlsStep.validChain.certainty(candidates.direction))
        }
        let isOnlyLike = winners.contains { TlsCertificateNameMatch(name, $0.installed) == .exceptForCase }
        let isDisputed =
            TlsCertificateNameRemarks(name, winners: winners, among: named.map(\.candidate)).newer != nil
        // How strictly Exchange reads a name that is written otherwise than it writes it is not published.
        let isWrittenOtherwise = (candidates.dropped[.issuerAndSubject] ?? []).contains { candidate in
            guard case .near(let differences, _) = TlsCertificateNameMatch(name, candidate.installed) else {
                return false
            }
            return differences.allSatisfy {
                $0.distance < TlsCertificateNameDifference.issuerMissing.distance
            }
        }
        return isOnlyLike || isDisputed || isWrittenOtherwise ? max(certainty, .inferred) : certainty
    }

    private func reasonForNone(_ candidates: StartTlsCandidates, isNamed: Bool) -> String {
        if !isNamed, let reason = candidates.reasonWithoutPrivateKey { return reason }
        let what =
            isNamed
            ? "the certificate that TlsCertificateName names is not valid on the server"
            : "no certificate exported of the server has the issuer and subject of TlsCertificateName"
        return candidates.direction == .inbound
            ? what + "; STARTTLS is not offered and event 12014 is logged"
            : what + "; mail waits with 454 4.7.5, the certificate could not be found"
    }
}

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
