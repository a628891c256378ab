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
