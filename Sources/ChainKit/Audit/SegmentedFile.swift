/// A file that is read in segments, as the first pass found it.
struct SegmentedFile: Sendable {
    /// One segment.
    struct Part: Sendable {
        /// The place in the file of its first certificate, from 0.
        let first: Int
        /// How many certificates stand in it, those that do not parse among them.
        let count: Int
        /// Tells whether the second pass reads the same, nil where it could not be read.
        let checksum: UInt64?
    }

    /// What became of the file, known before any of its certificates is judged.
    let record: FileRecord
    let parts: [Part]

    /// A number of certificates in their order; a file that changes meanwhile does not aim at it.
    static func checksum(_ digests: some Sequence<SHA256Digest>) -> UInt64 {
        digests.reduce(0) { $0 &* 0x9e37_79b9_7f4a_7c15 &+ $1.firstWord }
    }

    /// The segment that holds a certificate of the file.
    func segment(of index: Int) -> Int {
        var range = 0..<parts.count
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            if parts[middle].first <= index {
                range = middle..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}
