import Octets

/// What one step through the log came to.
struct AuditPiece: Sendable {
    /// A file and what first stands in it.
    struct Outcome: Sendable {
        /// Nil behind the first part of a file.
        let file: FileRecord?
        var certificates: [AuditRecord] = []
    }

    /// One for each input, empty where they were rendered.
    fileprivate(set) var outcomes: [Outcome] = []
    /// What a renderer made of them.
    fileprivate(set) var octets: [UInt8] = []
    fileprivate(set) var tally: Tally
    /// What is wrong with a file whose record was written before.
    fileprivate(set) var lateProblem: FileProblem?
}

/// Puts a piece together, file by file and certificate by certificate, in the order of the report.
struct AuditPieceWriter: ~Copyable {
    /// Octets that a report takes for a chunk of inputs, more or less.
    private static let room = 1 << 18

    private var piece: AuditPiece
    private let renderer: (any AuditRenderer)?
    private var text: OctetText

    /// Counts into a tally that is empty; with a renderer everything is rendered at once, and forgotten.
    init(_ renderer: (any AuditRenderer)?, tally: Tally) {
        piece = AuditPiece(tally: tally)
        self.renderer = renderer
        text = renderer == nil ? OctetText() : OctetText(expecting: Self.room)
    }

    /// Adds a file, before its certificates.
    mutating func add(_ file: FileRecord) {
        piece.tally.add(file)
        if let renderer { renderer.append(file, to: &text) } else { piece.outcomes.append(.init(file: file)) }
    }

    /// Adds a certificate of the last file.
    mutating func add(_ certificate: LogJudge.Judged) {
        piece.tally.add(certificate.record, at: certificate.entry)
        if let renderer { return renderer.append(certificate.record, to: &text) }
        if piece.outcomes.isEmpty { piece.outcomes.append(.init(file: nil)) }
        piece.outcomes[piece.outcomes.count - 1].certificates.append(certificate.record)
    }

    /// Adds what is wrong with a file whose record was written before.
    mutating func add(late problem: FileProblem?) { piece.lateProblem = problem }

    /// Hands the piece over.
    consuming func finish() -> AuditPiece {
        piece.octets = text.take()
        return piece
    }
}

/// What went wrong with a file after its record was handed on, gathered until its last part.
struct LateProblems {
    private let reader: InputReader
    private var collector: ContentCollector?

    init(reader: InputReader) { self.reader = reader }

    /// Adds what went wrong in a part; at the end of a file that something went wrong with, gives a second
    /// record of it.
    mutating func add(_ problem: FileProblem?, of file: DividedFile, part: Int) -> FileRecord? {
        if let problem {
            collector = collector ?? reader.collector(path: file.record.path)
            collector?.report(problem)
        }
        guard part == file.parts.count - 1, let last = collector.take() else { return nil }
        return last.finish(kind: file.record.kind).record
    }
}

extension AuditObserver {
    /// Tells of a file by itself, whether things are rendered elsewhere or not.
    mutating func tell(_ record: FileRecord) throws {
        guard let renderer else { return try file(record) }
        var text = OctetText()
        renderer.append(record, to: &text)
        try rendered(text.take())
    }
}
