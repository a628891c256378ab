/// The second pass: goes through the log, makes a record of every input, and judges every certificate where
/// it first stands.
final class LogJudge: Sendable {
    /// A certificate that was judged, and where it first stands.
    struct Judged: Sendable {
        let entry: CertificateLog.Entry
        let record: AuditRecord
    }

    /// What the first pass found.
    let index: AuditIndex
    /// Where the certificates of paths came from.
    let origins: PathOrigins

    private let audit: Audit
    private let pool: IssuerPool
    private let certificateJudge: CertificateJudge
    private let container = LastContainer()

    init(_ index: consuming AuditIndex, of audit: Audit) {
        self.audit = audit
        let inside = (index.authorities + index.namedIssuers).compactMap { authority in
            index.log.places(of: authority.sha256).first.map {
                (authority.sha256, index.log.location($0))
            }
        }
        origins = PathOrigins(inside: Dictionary(inside) { first, _ in first }, outside: audit.outsidePaths)
        pool = IssuerPool(
            index.authorities + index.namedIssuers,
            outside: audit.options.outside.map(\.certificate)
        )
        certificateJudge = audit.certificateJudge(for: index, pool: pool, origins: origins, at: audit.time)
        self.index = index
    }

    /// A judge for a later instant, with the issuers and lists that were found.
    func certificateJudge(at instant: Instant) -> CertificateJudge {
        audit.certificateJudge(for: index, pool: pool, origins: origins, at: instant)
    }

    /// Judges everything, and tells the observer in the order of the inputs.
    func judgeAll(
        on chunks: OrderedChunks,
        telling observer: inout some AuditObserver,
        _ tell: (Audit.CourseEvent) throws -> Void
    ) throws -> (tally: Tally, isCutShort: Bool) {
        let renderer = observer.renderer
        var tally = audit.emptyTally
        var late = LateProblems(reader: audit.options.reader)
        do {
            try chunks.map(index.isCutShort ? [] : index.log.steps) { worker, step in
                (step, self.piece(of: step, renderer: renderer, by: worker))
            } each: { step, piece in
                tally.add(piece.tally)
                if renderer != nil { try observer.rendered(piece.octets) }
                for outcome in piece.outcomes {
                    if let file = outcome.file { try observer.file(file) }
                    for certificate in outcome.certificates { try observer.certificate(certificate) }
                }
                if let file = index.log.divided[step.inputs.lowerBound], let part = step.part,
                    let record = late.add(piece.lateProblem, of: file, part: part)
                {
                    if !file.record.hasErrors { tally.addLateError() }
                    try observer.tell(record)
                }
                try tell(.judged(piece.tally.certificates))
                try tell(.done(readings: step.readings, lastInput: step.inputs.upperBound - 1))
            }
        } catch is Audit.Interrupted { return (tally, true) }
        return (tally, false)
    }

    /// Judges what is new in a step; what is rendered here is forgotten here.
    private func piece(
        of step: CertificateLog.Step,
        renderer: (any AuditRenderer)?,
        by worker: Worker
    ) -> AuditPiece {
        let reader = reader(worker)
        var piece = AuditPieceWriter(renderer, tally: audit.emptyTally)
        if let part = step.part {
            judgePart(part, of: step.inputs.lowerBound, reader, worker, &piece)
        } else {
            var judged: [Judged] = []
            for input in step.inputs { judgeInput(input, reader, worker, &judged, &piece) }
        }
        return piece.finish()
    }

    /// Judges what stands first in an input; the record before says what of it will not parse, and whether it
    /// has changed.
    private func judgeInput(
        _ input: Int,
        _ reader: LogReader,
        _ worker: Worker,
        _ judged: inout [Judged],
        _ piece: inout AuditPieceWriter
    ) {
        judged.removeAll(keepingCapacity: true)
        var damage = CertificateDamage(limits: audit.options.reader.limits)
        let entries = index.log.entries(of: input)
        for entry in entries {
            let place = CertificateLog.Place(input: input, index: Int(entry - entries.lowerBound))
            guard let certificate = certificate(of: entry, at: place.index, reader, worker, &damage),
                index.log.isFirst(entry)
            else { continue }
            judged.append(judge(certificate, entry, at: place, by: worker))
        }
        var file = reader.record(of: input, in: index.log)
        if let target = index.log.inputs[input].linkTarget { file.linkTarget = target }
        index.revocation[input]?.describe(in: &file, isUsed: audit.usesRevocation)
        damage.describe(in: &file)
        if let change = reader.change(of: input) { file.problems.append(change) }
        piece.add(file)
        for certificate in judged { piece.add(certificate) }
    }

    /// Judges what stands first in a part of an input, whose record was complete before; what has changed is
    /// told late.
    private func judgePart(
        _ part: Int,
        of input: Int,
        _ reader: LogReader,
        _ worker: Worker,
        _ piece: inout AuditPieceWriter
    ) {
        if part == 0, var file = index.log.divided[input]?.record {
            if let target = index.log.inputs[input].linkTarget { file.linkTarget = target }
            piece.add(file)
        }
        // What is damaged stands in the record already.
        for entry in index.log.entries(of: input, part: part) where index.log.isFirst(entry) {
            guard let certificate = certificate(of: entry, reader, worker) else { continue }
            piece.add(judge(certificate, entry, at: index.log.place(of: entry), by: worker))
        }
        piece.add(late: reader.change(of: input, part: part))
    }

    /// A reader of the log for a worker.
    func reader(_ worker: Worker) -> LogReader {
        LogReader(audit.options.reader, sharing: container, by: worker)
    }

    /// The certificate of an entry, which is the one at a place in what is told of; nil where it does not
    /// parse or is gone.
    func certificate(
        of entry: CertificateLog.Entry,
        at place: Int,
        _ reader: LogReader,
        _ worker: Worker,
        _ damage: inout CertificateDamage
    ) -> Certificate? {
        let digest = index.log.digest(of: entry)
        if let known = index.authority(digest) { return known }
        guard let der = reader.octets(of: entry, in: index.log) else { return nil }
        do throws(CertificateError) {
            let certificate = try Certificate.salvaged(
                from: der,
                sha256: digest,
                memory: worker.certificates
            )
            damage.add(certificate, at: place)
            return certificate
        } catch {
            damage.add(refusal: error, at: place)
            return nil
        }
    }

    /// The certificate of an entry, where what is wrong with it is told elsewhere or to nobody.
    func certificate(of entry: CertificateLog.Entry, _ reader: LogReader, _ worker: Worker) -> Certificate? {
        var damage = CertificateDamage(limits: audit.options.reader.limits)
        return certificate(of: entry, at: 0, reader, worker, &damage)
    }

    private func judge(
        _ certificate: Certificate,
        _ entry: CertificateLog.Entry,
        at place: CertificateLog.Place,
        by worker: Worker
    ) -> Judged {
        let places = index.log.places(from: entry, at: place)
        return Judged(entry: entry, record: record(of: certificate, at: places, by: worker))
    }

    /// The record of a certificate of the log.
    func record(of certificate: Certificate, by worker: Worker) -> AuditRecord {
        record(of: certificate, at: index.log.places(of: certificate.sha256), by: worker)
    }

    private func record(of certificate: Certificate, at places: [CertificateLog.Place], by worker: Worker)
        -> AuditRecord
    {
        certificateJudge.judge(
            certificate,
            sources: places.map { index.log.location($0) },
            surroundings: index.surroundings(of: certificate, at: places),
            by: worker
        )
    }

    /// The record of a certificate of the log anew, by another judge.
    func record(anew record: AuditRecord, with other: CertificateJudge, by worker: Worker) -> AuditRecord {
        let certificate = record.certificate
        return other.judge(
            certificate,
            sources: record.sources,
            surroundings: index.surroundings(
                of: certificate,
                at: index.log.places(of: certificate.sha256)
            ),
            by: worker
        )
    }
}
