/// What an audit reads in which steps: files some at a time, a large bundle a segment at a time, and a container of very
/// many certificates at once but judged a part at a time.
struct ReadingPlan: Sendable {
    /// What one thread takes at a time.
    enum Step: Sendable {
        case inputs(Range<Int>)
        case segment(Int, of: Int)
        /// Some certificates of a container.
        case part(Int, of: Int)

        /// How many readings it is.
        var readings: Int {
            switch self {
            case .inputs(let range): range.count
            case .segment: 1
            case .part(let number, _): number == 0 ? 1 : 0
            }
        }

        /// The last input that it reads in.
        var lastInput: Int {
            switch self {
            case .inputs(let range): range.upperBound - 1
            case .segment(_, let input), .part(_, let input): input
            }
        }
    }

    /// Files that a thread takes at a time.
    static let inputsPerStep = 64
    /// Certificates of a container that a thread judges at a time: their report takes some 5 MB.
    static let certificatesPerPart = 1_024

    let inputs: [AuditInput]
    /// Inputs that are read in segments: which, the first pass finds out when it opens them.
    private(set) var segments: [Int: PEMSegments] = [:]
    /// How many parts the containers of more than ``certificatesPerPart`` certificates have.
    private(set) var parts: [Int: Int] = [:]

    init(_ inputs: [AuditInput]) { self.inputs = inputs }

    /// Plans an input to be read in segments.
    mutating func read(_ input: Int, in segments: PEMSegments) { self.segments[input] = segments }

    /// Plans a container to be judged in parts where it holds very many certificates.
    mutating func judgeInParts(_ input: Int, certificates: Int) {
        guard certificates > Self.certificatesPerPart else { return }
        parts[input] = (certificates - 1) / Self.certificatesPerPart + 1
    }

    /// What is read in the order of the inputs, as far as it is known which of them have segments or parts.
    var steps: [Step] {
        var steps: [Step] = []
        var start = 0
        for number in (Array(segments.keys) + Array(parts.keys)).sorted() + [inputs.count] {
            steps += stride(from: start, to: number, by: Self.inputsPerStep).map {
                .inputs($0..<min($0 + Self.inputsPerStep, number))
            }
            steps += (0..<(segments[number]?.count ?? 0)).map { .segment($0, of: number) }
            steps += (0..<(parts[number] ?? 0)).map { .part($0, of: number) }
            start = number + 1
        }
        return steps
    }
}

/// Reads the segments of bundles in one pass over them.
struct SegmentReading: Sendable {
    private let reader: InputReader
    private let segments: [Int: PEMSegments]
    private let allowances: [Int: DerivationAllowance]

    init(_ segments: [Int: PEMSegments], reader: InputReader) {
        self.reader = reader
        self.segments = segments
        allowances = segments.mapValues { _ in DerivationAllowance(reader.limits.keyDerivationRounds) }
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
