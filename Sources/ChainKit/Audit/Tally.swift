/// Counts what an audit finds, and keeps the best certificate where names were asked about.
struct Tally: Sendable {
    private var counts = AuditSummary()
    /// By the verdicts' places: a dictionary hashes for every certificate.
    private var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
    /// The best that lasts for longer than ``Recommendation/shortTime``, and the best that does not.
    private var lasting: Candidate?
    private var ending: Candidate?
    private var namesakes = NamesakeTally()
    /// Certificates that an inventory names without having them.
    private(set) var supplied: [Certificate] = []
    /// Nil where names were asked about.
    private var overview: OverviewTally?
    private let time: Instant

    /// Counts an audit for an instant; where no name is asked about nothing is recommended.
    init(at time: Instant, isAskedAboutNames: Bool) {
        self.time = time
        overview = isAskedAboutNames ? nil : OverviewTally()
    }

    /// What the choice among certificates goes by: highest score, then latest expiry, then thumbprint.
    private struct Candidate: Sendable {
        let score: Int
        let notAfter: Instant
        let thumbprint: Thumbprint
        let record: AuditRecord
        let path: CertificationPath
        let end: TrustEnd

        func isBetter(than other: Candidate) -> Bool {
            if score != other.score { return score > other.score }
            if notAfter != other.notAfter { return notAfter > other.notAfter }
            return thumbprint < other.thumbprint
        }
    }

    /// How many certificates were added.
    var certificates: Int { counts.certificates }
    /// How many files were added.
    var files: Int { counts.files }

    /// Adds what comes after what was added so far.
    mutating func add(_ later: Tally) {
        counts.files += later.counts.files
        counts.filesWithCertificates += later.counts.filesWithCertificates
        counts.filesWithErrors += later.counts.filesWithErrors
        counts.filesNotOpened += later.counts.filesNotOpened
        counts.certificates += later.counts.certificates
        counts.authorities += later.counts.authorities
        counts.otherPurposes += later.counts.otherPurposes
        for place in verdicts.indices { verdicts[place] += later.verdicts[place] }
        namesakes.add(later.namesakes)
        supplied += later.supplied
        if let candidate = later.lasting { consider(candidate) }
        if let candidate = later.ending { consider(candidate) }
        if let counted = later.overview { overview?.add(counted) }
    }

    /// Adds a file.
    mutating func add(_ file: FileRecord) {
        counts.files += 1
        if file.certificates > 0 { counts.filesWithCertificates += 1 }
        guard file.hasErrors else { return }
        counts.filesWithErrors += 1
        if file.worstProblem?.code == .tooManyOpenFiles { counts.filesNotOpened += 1 }
    }

    /// Counts a file for which something went wrong after its record, which had no errors.
    mutating func addLateError() { counts.filesWithErrors += 1 }

    /// Adds a certificate with its entry in the log.
    mutating func add(_ record: AuditRecord, at entry: CertificateLog.Entry) {
        counts.certificates += 1
        if record.installations.contains(where: { $0.certificate == nil }) {
            supplied.append(record.certificate)
        }
        guard record.role == .endEntity else {
            counts.authorities += 1
            return
        }
        if overview == nil { namesakes.add(record.certificate, at: entry) }
        guard let verdict = record.verdict else {
            counts.otherPurposes += 1
            return
        }
        verdicts[verdict.place] += 1
        overview?.add(record, at: time)
        guard overview == nil, verdict.isEligible, let score = record.score?.value,
            let notAfter = record.certificate.notAfter.instant,
            let path = record.search.trusted?.path, let end = record.search.trustEnd
        else { return }
        consider(
            Candidate(
                score: score,
                notAfter: notAfter,
                thumbprint: record.certificate.thumbprint,
                record: record,
                path: path,
                end: end
            )
        )
    }

    private mutating func consider(_ candidate: Candidate) {
        if Recommendation.isShort(from: time, until: candidate.end.time) {
            if let ending, !candidate.isBetter(than: ending) { return }
            ending = candidate
        } else {
            if let lasting, !candidate.isBetter(than: lasting) { return }
            lasting = candidate
        }
    }

    /// What everything that was added amounts to.
    func summary(
        duplicates: Int,
        hiddenLeftOut: Int,
        excludedLeftOut: Int,
        judge: LogJudge,
        installed: [InstalledCertificate]? = nil
    ) -> AuditSummary {
        var summary = counts
        for verdict in Verdict.allCases where verdicts[verdict.place] > 0 {
            summary.verdicts[verdict] = verdicts[verdict.place]
        }
        summary.duplicates = duplicates
        summary.hiddenLeftOut = hiddenLeftOut
        summary.excludedLeftOut = excludedLeftOut
        summary.recommendation = (lasting ?? ending).map { recommendation($0, judge) }
        summary.overview = overview?.overview
        summary.inventory = installed.map { InventorySummary($0, supplied: supplied) }
        return summary
    }

    private func recommendation(_ best: Candidate, _ judge: LogJudge) -> Recommendation {
        let certificate = best.record.certificate
        let name = TlsCertificateName(certificate)
        let search = NamesakeSearch(name, at: namesakes.entries(of: name), judge)
        let namesakes = search.namesakes(of: certificate)
        return Recommendation(
            certificate: certificate,
            score: best.score,
            sources: best.record.sources,
            intermediates: best.path.intermediates.map {
                Recommendation.Intermediate(certificate: $0, origin: judge.origins.origin(of: $0))
            },
            tlsCertificateName: name,
            namesakes: namesakes.kept,
            namesakesLeftOut: namesakes.rest,
            end: best.end,
            isShortLived: lasting == nil,
            passedOver: lasting == nil
                ? nil : ending.map { Recommendation.PassedOver($0.record, end: $0.end) }
        )
    }
}

extension Verdict {
    /// Its place among all of them.
    fileprivate var place: Int {
        switch self {
        case .eligible: 0
        case .eligibleWithWarnings: 1
        case .ineligible: 2
        case .undetermined: 3
        }
    }
}
