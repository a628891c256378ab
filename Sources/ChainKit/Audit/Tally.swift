/// Counts what an audit finds and keeps the best certificate.
struct Tally {
    private(set) var summary = AuditSummary()
    private let origins: PathOrigins
    private var best: Candidate?

    /// What the choice among certificates goes by: highest score, then latest expiry, then thumbprint.
    private struct Candidate {
        let score: Int
        let notAfter: Instant
        let thumbprint: Thumbprint

        func isBetter(than other: Candidate) -> Bool {
            if score != other.score { return score > other.score }
            if notAfter != other.notAfter { return notAfter > other.notAfter }
            return thumbprint < other.thumbprint
        }
    }

    init(survey: Survey, hiddenLeftOut: Int, excludedLeftOut: Int, origins: PathOrigins) {
        self.origins = origins
        summary.duplicates = survey.duplicates
        summary.hiddenLeftOut = hiddenLeftOut
        summary.excludedLeftOut = excludedLeftOut
    }

    mutating func add(_ outcome: SecondPass.Outcome) {
        summary.files += 1
        if outcome.file.certificates > 0 { summary.filesWithCertificates += 1 }
        if outcome.file.hasErrors { summary.filesWithErrors += 1 }
        for record in outcome.records { add(record) }
    }

    private mutating func add(_ record: AuditRecord) {
        summary.certificates += 1
        guard let verdict = record.verdict else {
            summary.authorities += 1
            return
        }
        summary.verdicts[verdict, default: 0] += 1
        guard verdict.isEligible, let score = record.score?.value,
            let notAfter = record.certificate.notAfter.instant,
            let path = record.search.trusted?.path
        else { return }
        let candidate = Candidate(score: score, notAfter: notAfter, thumbprint: record.certificate.thumbprint)
        if let best, !candidate.isBetter(than: best) { return }
        best = candidate
        summary.recommendation = Recommendation(
            certificate: record.certificate,
            score: score,
            sources: record.sources,
            intermediates: path.intermediates.map {
                Recommendation.Intermediate(certificate: $0, origin: origins.origin(of: $0))
            },
            tlsCertificateName: TlsCertificateName(record.certificate)
        )
    }
}
