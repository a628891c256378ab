/// The steps for a connector that looks for a host name.
struct ChoiceByFqdn {
    private let fqdn: String
    private let time: Instant

    init(_ fqdn: String, at time: Instant) {
        self.fqdn = fqdn
        self.time = time
    }

    func choose(in process: inout StartTlsProcess, _ name: EffectiveName) -> CertificateChoice {
        process.run(keepThoseNamed)
        process.keepVersion3()
        process.keepWithPrivateKey()
        process.run(keepEnabledForSmtp)
        process.run { $0.sort(.mostRecentValidFrom, \.notBefore) }
        process.run(takeFirstValidPki)
        process.run(takeFirstSelfSigned)
        let candidates = process.candidates
        let contest = FqdnContest(candidates.entries, at: time)
        let result = contest.result
        let winners = contest.winners
        process.checkExpiry(of: winners.map(\.candidate))
        process.remarkAssumptions(of: winners.map(\.candidate))
        process.run(FqdnRemarks(fqdn, winners: winners.map(\.candidate), of: result, at: time).add)
        let dependsOnValidity =
            FqdnContest(candidates.entries, and: candidates.dropped[.firstValidPki] ?? [], at: time).result
            != result
        let certainty = max(
            StartTlsStep.mostRecentValidFrom.certainty(candidates.direction),
            dependsOnValidity ? StartTlsStep.validChain.certainty(candidates.direction) : .standard
        )
        return process.end(
            name,
            by: result,
            winners: winners.map(\.candidate),
            certainty: certainty,
            reasons: (none: reasonForNone(candidates), several: contest.reason)
        )
    }

    /// Searches the Personal store for certificates whose subject or subjectAltName contains the name.
    private func keepThoseNamed(_ candidates: inout StartTlsCandidates) {
        candidates.filter(.subjectOrSan) { candidate in
            switch CandidateNameMatch(candidate.installed, name: fqdn) {
            case .exact, .wildcard: .keep
            case .none: .drop(reason: "none of its names is \(fqdn)")
            case .unknown: .doubt("not all of its names are known")
            }
        }
    }

    /// Keeps certificates that somebody enabled for SMTP.
    private func keepEnabledForSmtp(_ candidates: inout StartTlsCandidates) {
        candidates.filter(.smtp) { candidate in
            switch candidate.isEnabledForSmtp {
            case .yes: .keep
            case .no: .drop(reason: "it is not enabled for SMTP")
            case .unknown: .doubt("the exports do not hold its services")
            }
        }
    }

    /// Passes over what is not valid; self-signed certificates wait behind the others.
    private func takeFirstValidPki(_ candidates: inout StartTlsCandidates) {
        candidates.bringForward { $0.isSelfSigned != .yes }
        candidates.filter(.firstValidPki) { candidate in
            switch candidate.standing {
            case .invalid(let reason): return .drop(reason: reason)
            case .unknown(let reason): return .doubt(reason)
            case .valid, .selfSigned: break
            }
            guard candidate.notBefore != nil, candidate.isNotYetValid(at: time) != .no else { return .keep }
            return .doubt(
                "it is not valid yet, and whether Exchange passes over such a certificate is not documented"
            )
        }
    }

    /// Without any valid PKI certificate the first self-signed one is taken.
    private func takeFirstSelfSigned(_ candidates: inout StartTlsCandidates) {
        if candidates.entries.allSatisfy({ $0.candidate.isSelfSigned == .yes }) {
            candidates.record(.firstSelfSigned)
        }
    }

    private func reasonForNone(_ candidates: StartTlsCandidates) -> String {
        if let reason = candidates.reasonWithoutPrivateKey { return reason }
        let what = "no certificate for \(fqdn) passes every step"
        return candidates.direction == .inbound
            ? what + "; STARTTLS is not offered and event 12014 is logged"
            : what + "; the connector has none to present"
    }
}
