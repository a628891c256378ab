import ChainKit

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
