import OpenSSLBridge

/// The first reading: finds the authorities and where every certificate stands.
struct FirstPass: Sendable {
    /// What an input was found to be.
    enum Found: Sendable {
        case lone(SurveyedLoneCertificate)
        case whole(SurveyedInput)
        case inSegments(PEMSegments)
    }

    private let audit: Audit
    private let parsed = ParsedAuthorities()
    private let chunks: OrderedChunks

    init(audit: Audit, chunks: OrderedChunks) {
        self.audit = audit
        self.chunks = chunks
    }

    /// Reads some inputs; called on any thread.
    func find(_ inputs: ArraySlice<AuditInput>, by worker: Worker) -> [Found] {
        inputs.map { find($0, by: worker) }
    }

    private func find(_ input: AuditInput, by worker: Worker) -> Found {
        let content: FileContent
        if let path = input.filePath {
            switch audit.reader.firstReading(path: path, with: worker.files) {
            case .whole(.lone(let file)):
                return .lone(SurveyedLoneCertificate(file, parsed: parsed, memory: worker.certificates))
            case .whole(.content(let read)): content = read
            case .segments(let segments): return .inSegments(segments)
            }
        } else {
            content = audit.content(of: input)
        }
        return .whole(SurveyedInput(content, parsed: parsed, memory: worker.certificates))
    }

    /// Reads an input in segments, on all threads, and adds what is found to what stands before it; `tell` is called for
    /// each segment, in order.
    func survey(
        _ segments: PEMSegments,
        at input: Int,
        into survey: inout Survey,
        tell: (ReadingPlan.Step) throws -> Void
    ) throws {
        let reading = SegmentReading([input: segments], reader: audit.reader)
        try chunks.mapRanges(of: segments.count, size: 1) { worker, range in
            reading.content(range.lowerBound, of: input).map { content in
                SegmentSurvey(
                    content,
                    limits: audit.reader.limits,
                    parsed: parsed,
                    memory: worker.certificates
                )
            }
        } each: { found in
            let number = survey.add(found, of: segments, reader: audit.reader, at: Int32(input))
            if number == segments.count - 1 {
                survey.finishSegments(at: Int32(input), usesRevocation: audit.usesRevocation) {
                    reading.certificates($0, of: input)
                }
            }
            try tell(.segment(number, of: input))
        }
    }
}
