/// Counts what an audit finds and keeps the best certificate.
struct Tally {
    private var counts = AuditSummary()
    private let origins: PathOrigins
    private var best: Candidate?
    private var namesakes = NamesakeTally()
    private var inventory: ExchangeInventory?

    /// What the choice among certificates goes by: highest score, then latest expiry, then thumbprint.
    private struct Candidate {
        let score: Int
        let notAfter: Instant
        let thumbprint: Thumbprint
        let record: AuditRecord
        let path: CertificationPath

        func isBetter(than other: Candidate) -> Bool {
            if score != other.score { return score > other.score }
            if notAfter != other.notAfter { return notAfter > other.notAfter }
            return thumbprint < other.thumbprint
        }
    }

    init(
        survey: Survey,
        hiddenLeftOut: Int,
        excludedLeftOut: Int,
        origins: PathOrigins,
        inventory: ExchangeInventory? = nil
    ) {
        self.origins = origins
        self.inventory = inventory
        counts.duplicates = survey.duplicates
        counts.hiddenLeftOut = hiddenLeftOut
        counts.excludedLeftOut = excludedLeftOut
    }

    mutating func add(_ outcome: SecondPass.Outcome) {
        counts.files += 1
        if outcome.file.certificates > 0 { counts.filesWithCertificates += 1 }
        if outcome.file.hasErrors { counts.filesWithErrors += 1 }
        for record in outcome.records { add(record) }
    }

    private mutating func add(_ record: AuditRecord) {
        counts.certificates += 1
        if record.installations.contains(where: { $0.certificate == nil }) {
            inventory?.supply(record.certificate)
        }
        guard record.role == .endEntity else {
            counts.authorities += 1
            return
        }
        namesakes.add(record)
        guard let verdict = record.verdict else {
            counts.otherPurposes += 1
            return
        }
        counts.verdicts[verdict, default: 0] += 1
        guard verdict.isEligible, let score = record.score?.value,
            let notAfter = record.certificate.notAfter.instant,
            let path = record.search.trusted?.path
        else { return }
        let candidate = Candidate(
            score: score,
            notAfter: notAfter,
            thumbprint: record.certificate.thumbprint,
            record: record,
            path: path
        )
        if let best, !candidate.isBetter(than: best) { return }
        best = candidate
    }

    /// What everything that was added amounts to.
    var summary: AuditSummary {
        var summary = counts
        summary.recommendation = best.map(recommendation)
        summary.inventory = inventory.map { InventorySummary($0) }
        return summary
    }

    private func recommendation(_ best: Candidate) -> Recommendation {
        let certificate = best.record.certificate
        let name = TlsCertificateName(certificate)
        let namesakes = namesakes.namesakes(of: certificate, name)
        return Recommendation(
            certificate: certificate,
            score: best.score,
            sources: best.record.sources,
            intermediates: best.path.intermediates.map {
                Recommendation.Intermediate(certificate: $0, origin: origins.origin(of: $0))
            },
            tlsCertificateName: name,
            namesakes: namesakes.kept,
            namesakesLeftOut: namesakes.rest
        )
    }
}
