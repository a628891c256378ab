/// A file whose certificates are judged a part at a time: a bundle that is read in segments, or a container
/// of very many.
///
/// Its record stands before the certificates of the first part, so what will not parse of them the first pass
/// has found out.
struct DividedFile: Sendable {
    /// Certificates of a container that a thread judges at a time: their report takes some 5 MB.
    static let certificatesPerPart = 1_024

    let record: FileRecord
    /// The places in the file of each part's certificates, from 0; none where a segment could not be read.
    let parts: [Range<Int>]
    /// Nil for a container.
    let segments: PEMSegments?

    /// A bundle whose parts are its segments.
    init(_ record: FileRecord, parts: [Range<Int>], segments: PEMSegments) {
        (self.record, self.parts, self.segments) = (record, parts, segments)
    }

    /// A container.
    init(_ record: FileRecord, certificates count: Int) {
        let size = Self.certificatesPerPart
        self.record = record
        parts = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
        segments = nil
    }

    /// The part that holds a certificate.
    func part(of index: Int) -> Int {
        var range = 0..<parts.count
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            if parts[middle].lowerBound <= index {
                range = middle..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}

extension CertificateLog {
    /// What one thread judges at a time.
    struct Step: Sendable {
        /// One where it is a part.
        let inputs: Range<Int>
        /// Nil for whole inputs.
        var part: Int?
        /// How many readings it counts for: a container is read once, a bundle for each segment.
        let readings: Int
    }

    /// Files that a thread takes at a time.
    static let inputsPerStep = 64

    /// Everything in its order: files some at a time, and others part after part.
    var steps: [Step] {
        var steps: [Step] = []
        var start = 0
        for number in divided.keys.sorted() + [count] {
            steps += stride(from: start, to: number, by: Self.inputsPerStep).map {
                let inputs = $0..<min($0 + Self.inputsPerStep, number)
                return Step(inputs: inputs, readings: inputs.count)
            }
            if let file = divided[number] {
                steps += file.parts.indices.map {
                    let readings = file.segments != nil || $0 == 0 ? 1 : 0
                    return Step(inputs: number..<(number + 1), part: $0, readings: readings)
                }
            }
            start = number + 1
        }
        return steps
    }
}
