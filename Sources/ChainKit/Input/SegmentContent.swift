import OpenSSLBridge

/// What was read from one segment of a file; lines and offsets count from the segment's beginning.
struct SegmentContent: Sendable {
    var certificates: [EncodedCertificate]
    let certificateCount: Int
    let revocation: EncodedRevocation
    /// Everything of the record but the kind, with as many problems as are told of a file.
    let record: FileRecord
    /// Problems beside those told.
    let problemsLeftOut: Int
    let families: [FileKind]
    /// The line of the first BEGIN line without a label.
    let badLabelLine: Int?
    /// How many lines end in it.
    let lineEnds: Int
    /// Where it begins in the file.
    let start: Int
    /// Octets of the file when it was read.
    let fileSize: Int
}

/// Rounds of key derivation left for what is read on several threads: a file in segments, or a whole run.
final class DerivationAllowance: Sendable {
    private let rounds: Locked<Int>

    init(_ rounds: Int) { self.rounds = Locked(rounds) }

    var remaining: Int { rounds.withLock { $0 } }

    func charge(_ spent: Int) {
        // Most files spend nothing, and a lock is handed from processor to processor.
        guard spent > 0 else { return }
        rounds.withLock { $0 = max(0, $0 - spent) }
    }
}

extension InputReader {
    /// Reads one segment of a file.
    func read(_ segments: PEMSegments, _ number: Int, allowance: DerivationAllowance)
        throws(FileOctets.Failure) -> SegmentContent
    {
        let text = try segments.text(of: number)
        var collector = collector(path: segments.path)
        let budget = IterationBudget(min(allowance.remaining, collector.budget.remaining))
        collector.budget = budget
        let badLabel = PEMReader.read(segment: text.octets, isLast: text.isLast, into: &collector)
        let spent = budget.remaining - collector.budget.remaining
        allowance.charge(spent)
        charge(spent)
        if text.isOverLimit {
            collector.text = text.octets
            let detail = "no block begins within \(segments.limit) octets; what follows them was not read"
            collector.report(.tooLarge, at: 0, detail)
        }
        return collector.finish(segment: text, badLabel: badLabel)
    }
}

extension ContentCollector {
    /// Closes what was gathered from one segment.
    fileprivate consuming func finish(segment text: PEMSegments.Text, badLabel: Int?) -> SegmentContent {
        SegmentContent(
            certificates: certificates,
            certificateCount: certificates.count,
            revocation: revocation,
            record: record,
            problemsLeftOut: max(0, problemCount - limits.problems),
            families: families,
            badLabelLine: badLabel.map { PEMScanner.line(of: $0, in: text.octets) },
            lineEnds: Self.lineEnds(in: text.octets),
            start: text.start,
            fileSize: text.fileSize
        )
    }

    private static func lineEnds(in text: [UInt8]) -> Int {
        // With CR the two count as one; without, which is nearly always, the C library looks for LF.
        if OctetSearch.first(UInt8(ascii: "\r"), in: text, from: 0, to: text.count) != nil {
            return PEMScanner.line(of: text.count, in: text) - 1
        }
        var count = 0
        var position = 0
        while let end = OctetSearch.first(UInt8(ascii: "\n"), in: text, from: position, to: text.count) {
            count += 1
            position = end + 1
        }
        return count
    }

    /// Adds what a segment gave, save its certificates' and lists' octets; lines are counted on from those before it.
    mutating func append(_ segment: SegmentContent, linesBefore: Int) {
        for family in segment.families { met(family) }
        for note in segment.record.notes { self.note(note) }
        for problem in segment.record.problems {
            report(
                FileProblem(
                    code: problem.code,
                    line: problem.line.map { $0 + linesBefore },
                    offset: problem.offset.map { $0 + segment.start },
                    detail: problem.detail
                )
            )
        }
        leaveOut(problems: segment.problemsLeftOut)
        noteLegacyEncryption(segment.record.legacyEncryption)
        add(privateKeys: segment.record.privateKeys)
        add(certificates: segment.certificateCount)
    }
}
