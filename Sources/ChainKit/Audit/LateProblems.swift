/// What went wrong with a file after its record was handed on, gathered until its last segment.
struct LateProblems {
    private let reader: InputReader
    private var collector: ContentCollector?

    init(reader: InputReader) { self.reader = reader }

    /// Adds what went wrong in a step; at the end of a file that something went wrong with, gives a second record of it.
    mutating func add(_ problem: FileProblem?, of step: ReadingPlan.Step, in plan: ReadingPlan) -> FileRecord?
    {
        guard case .segment(let number, let input) = step, let segments = plan.segments[input] else {
            return nil
        }
        if let problem {
            collector = collector ?? reader.collector(path: segments.path)
            collector?.report(problem)
        }
        guard number == segments.count - 1, let last = collector.take() else { return nil }
        return last.finish(kind: .pem).record
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
