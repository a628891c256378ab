import Octets
import OpenSSLBridge

/// A file of PEM that is too large to be read at once, cut where blocks begin.
///
/// A dump of a log holds a million certificates in one file. It is read in segments of a given length, each by itself
/// and on any thread, so where one ends must follow from the octets around that place alone: it ends at the first
/// BEGIN line at or behind its nominal end, which is where the next one begins. A block is never split; a segment in
/// which no block begins is empty, because the one before it reads on.
struct PEMSegments: Sendable {
    /// What stands in one segment.
    struct Text: Sendable {
        var octets: [UInt8] = []
        /// Where it begins in the file.
        var start = 0
        /// Whether nothing follows it.
        var isLast = false
        /// Whether it was cut at the limit, with no block beginning before.
        var isOverLimit = false
        /// Octets of the file when the segment was read.
        var fileSize = 0
    }

    let path: String
    /// Octets of the file when the reading was planned.
    let size: Int
    /// Octets of a segment, but for the last block that begins in it.
    let length: Int
    /// Octets that a segment may grow to while no block begins.
    let limit: Int
    /// Rounds of key derivation left for one reading of the whole file.
    private(set) var allowance: DerivationAllowance
    private let rounds: Int

    /// The same for another reading of the whole file.
    var anew: PEMSegments {
        var segments = self
        segments.allowance = DerivationAllowance(rounds)
        return segments
    }

    /// How many there are.
    var count: Int { (size + length - 1) / length }

    /// Octets before a BEGIN line that tell whether its dashes end another label.
    private static let lookBehind = PEMScanner.maximumLabel + 32
    /// Octets read on at a time; most blocks are shorter.
    private static let step = 16 << 10

    /// Plans the segments of a file, nil where it is to be read at once: it is not larger than one, or its start does
    /// not look like PEM.
    init?(_ file: borrowing RegularFile, path: String, limits: InputLimits) {
        let size = file.size
        guard size > limits.segmentSize, limits.segmentSize > 0,
            let start = try? file.octets(from: 0, count: max(limits.segmentSize, Self.step)),
            Self.isPEM(start)
        else { return nil }
        self.path = path
        self.size = size
        length = limits.segmentSize
        limit = limits.fileSize
        rounds = limits.keyDerivationRounds
        allowance = DerivationAllowance(rounds)
    }

    /// What comes first decides, as in ``ContentReader``: DER before PEM, PEM before all else.
    private static func isPEM(_ octets: [UInt8]) -> Bool {
        guard let first = ContentReader.firstVisible(octets), octets[first] != DERReader.Tag.sequence else {
            return false
        }
        var scanner = PEMScanner(octets)
        return scanner.next() != nil
    }

    /// Reads a segment.
    func text(of number: Int) throws(FileOctets.Failure) -> Text {
        let file = try RegularFile(path)
        let begin = number * length
        let base = max(0, begin - Self.lookBehind)
        var window = try file.octets(from: base, count: min(begin + length + Self.step, size) - base)
        var text = Text(isLast: number == count - 1, fileSize: file.size)
        guard
            let start = number == 0 ? 0 : Self.cut(in: window, from: begin - base, to: begin + length - base)
        else { return text }
        text.start = base + start
        let end = try end(of: &window, at: base, in: file, from: begin + length - base, start: start)
        text.octets = Array(window[start..<min(end ?? window.count, start + limit)])
        text.isOverLimit = (end ?? window.count) - start > limit
        if end == nil, !text.isOverLimit { text.isLast = true }
        return text
    }

    /// Where a segment ends in what was read of the file, which is read on until then; nil where the file ends first or
    /// the segment outgrows the limit.
    private func end(
        of window: inout [UInt8],
        at base: Int,
        in file: borrowing RegularFile,
        from nominal: Int,
        start: Int
    ) throws(FileOctets.Failure) -> Int? {
        var searched = nominal
        while true {
            if let end = Self.cut(in: window, from: searched, to: window.count) { return end }
            // The pattern may stand across the end of what was read.
            searched = max(searched, window.count - Self.pattern.utf8CodeUnitCount)
            let rest = size - base - window.count
            guard rest > 0, window.count - start <= limit else { return nil }
            // Twice as much each time, as growing copies.
            let more = try file.octets(
                from: base + window.count,
                count: min(rest, max(Self.step, window.count))
            )
            guard !more.isEmpty else { return nil }
            window += more
        }
    }

    private static let pattern: StaticString = "-----BEGIN"

    /// The first BEGIN line that begins in a range.
    private static func cut(in octets: [UInt8], from start: Int, to end: Int) -> Int? {
        var position = start
        while let found = OctetSearch.first(pattern, in: octets, from: position), found < end {
            if !endsLabel(octets, found) { return found }
            position = found + 1
        }
        return nil
    }

    /// Whether dashes that seem to begin a line end another one's label, as in `-----END X-----BEGIN`: a reader from
    /// the front would not take them twice.
    private static func endsLabel(_ octets: [UInt8], _ dashes: Int) -> Bool {
        var position = dashes - 5
        while position >= 0, position > dashes - lookBehind {
            if OctetSearch.matches("-----", in: octets, at: position) {
                return OctetSearch.matches("-----BEGIN", in: octets, at: position)
                    || OctetSearch.matches("-----END", in: octets, at: position)
            }
            position -= 1
        }
        return false
    }
}

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
    func read(_ segments: PEMSegments, _ number: Int) throws(FileOctets.Failure) -> SegmentContent {
        let text = try segments.text(of: number)
        var collector = collector(path: segments.path)
        let budget = IterationBudget(min(segments.allowance.remaining, collector.budget.remaining))
        collector.budget = budget
        let badLabel = PEMReader.read(segment: text.octets, isLast: text.isLast, into: &collector)
        let spent = budget.remaining - collector.budget.remaining
        segments.allowance.charge(spent)
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
