/// What an audit reads in which steps: files some at a time, and a large bundle a segment at a time.
struct ReadingPlan: Sendable {
    /// What one thread takes at a time.
    enum Step: Sendable {
        case inputs(Range<Int>)
        case segment(Int, of: Int)

        /// How many readings it is.
        var readings: Int {
            switch self {
            case .inputs(let range): range.count
            case .segment: 1
            }
        }

        /// The last input that it reads in.
        var lastInput: Int {
            switch self {
            case .inputs(let range): range.upperBound - 1
            case .segment(_, let input): input
            }
        }
    }

    /// Files that a thread takes at a time.
    private static let inputsPerStep = 64

    let inputs: [AuditInput]
    /// Inputs that are read in segments.
    let segments: [Int: PEMSegments]
    /// In the order of the inputs.
    let steps: [Step]

    /// Looks at the size of every file, and at the start of large ones.
    init(_ inputs: [AuditInput], reader: InputReader, width: Int) {
        var segments: [Int: PEMSegments] = [:]
        // Neither of the closures throws, and nothing else can.
        try? OrderedChunks(width: width, size: 1_024).mapRanges(of: inputs.count) { range in
            range.compactMap { number -> (Int, PEMSegments)? in
                guard case .file(let path) = inputs[number] else { return nil }
                return reader.segments(path: path).map { (number, $0) }
            }
        } each: { found in
            for (number, parts) in found { segments[number] = parts }
        }
        self.inputs = inputs
        self.segments = segments
        steps = Self.steps(count: inputs.count, segments: segments)
    }

    private static func steps(count: Int, segments: [Int: PEMSegments]) -> [Step] {
        var steps: [Step] = []
        var start = 0
        for number in segments.keys.sorted() + [count] {
            steps += stride(from: start, to: number, by: inputsPerStep).map {
                .inputs($0..<min($0 + inputsPerStep, number))
            }
            steps += (0..<(segments[number]?.count ?? 0)).map { .segment($0, of: number) }
            start = number + 1
        }
        return steps
    }

    /// Readings of all steps.
    var readings: Int { steps.reduce(0) { $0 + $1.readings } }
}

/// Reads the segments of a plan's bundles in one pass over them.
struct SegmentReading: Sendable {
    private let reader: InputReader
    private let segments: [Int: PEMSegments]
    private let allowances: [Int: DerivationAllowance]

    init(_ plan: ReadingPlan, reader: InputReader) {
        self.reader = reader
        segments = plan.segments
        allowances = plan.segments.mapValues { _ in DerivationAllowance(reader.limits) }
    }

    /// What stands in one segment of an input.
    func content(_ number: Int, of input: Int) -> Result<SegmentContent, FileOctets.Failure> {
        guard let segments = segments[input], let allowance = allowances[input] else {
            return .failure(.notRegular(isFolder: false))
        }
        return Result { () throws(FileOctets.Failure) in
            try reader.read(segments, number, allowance: allowance)
        }
    }

    /// The certificates of a segment, none where it cannot be read.
    func certificates(_ number: Int, of input: Int) -> [EncodedCertificate] {
        (try? content(number, of: input).get().certificates) ?? []
    }
}
