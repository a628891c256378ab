/// The first pass: reads every input and puts what it finds into an index.
struct Indexer: Sendable {
    /// What an input was found to be.
    private enum Found: Sendable {
        case whole(SurveyedInput)
        /// Too large to be read at once.
        case bundle(PEMSegments)
    }

    private let audit: Audit
    private let chunks: OrderedChunks
    private let parsed = ParsedAuthorities()

    /// Sets the pass up on some threads.
    init(_ audit: Audit, on chunks: OrderedChunks) {
        self.audit = audit
        self.chunks = chunks
    }

    /// Reads everything, on all threads and in order.
    ///
    /// Where `tell` throws, no more is read and the index is cut short.
    func index(_ inputs: [AuditInput], _ tell: (Audit.CourseEvent) throws -> Void) -> AuditIndex {
        var index = AuditIndex(of: inputs, audit)
        do {
            try chunks.mapRanges(of: inputs.count, size: CertificateLog.inputsPerStep) { worker, range in
                (range, inputs[range].map { find($0, by: worker) })
            } each: { range, found in
                for found in found {
                    switch found {
                    case .whole(let input): index.add(input)
                    case .bundle(let segments):
                        // Each is a reading in both passes, in the place of the file in the second.
                        try tell(.moreReadings(2 * segments.count - 1))
                        try add(segments, to: &index, tell)
                    }
                }
                try tell(.done(readings: range.count, lastInput: range.upperBound - 1))
            }
        } catch { index.isCutShort = true }
        return index
    }

    private func find(_ input: AuditInput, by worker: Worker) -> Found {
        let content: FileContent
        if let path = input.filePath {
            switch audit.options.reader.firstReading(path: path, with: worker.files) {
            case .whole(let read): content = read
            case .segments(let segments): return .bundle(segments)
            }
        } else {
            content = input.content(audit.options.reader, with: worker.files)
        }
        return .whole(
            SurveyedInput(
                content,
                limits: audit.options.reader.limits,
                parsed: parsed,
                memory: worker.certificates
            )
        )
    }

    /// Reads a bundle in segments, on all threads, and adds what is found to what stands before it.
    private func add(
        _ segments: PEMSegments,
        to index: inout AuditIndex,
        _ tell: (Audit.CourseEvent) throws -> Void
    ) throws {
        var bundle = BundleSurvey(path: segments.path, reader: audit.options.reader)
        let input = index.beginBundle()
        try chunks.mapRanges(of: segments.count, size: 1) { worker, range in
            Result { () throws(FileOctets.Failure) in
                SegmentSurvey(
                    try audit.options.reader.read(segments, range.lowerBound),
                    limits: audit.options.reader.limits,
                    parsed: parsed,
                    memory: worker.certificates
                )
            }
        } each: { found in
            switch found {
            case .success(let segment):
                index.add(segment)
                bundle.add(segment, of: segments)
            case .failure(let failure): bundle.add(failure, reader: audit.options.reader)
            }
            if bundle.parts.count == segments.count {
                index.endBundle(bundle, segments) {
                    (try? audit.options.reader.read(segments, $0).certificates) ?? []
                }
            }
            try tell(.done(readings: 1, lastInput: input))
        }
    }
}
