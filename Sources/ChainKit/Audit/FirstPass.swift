import OpenSSLBridge

/// The first reading: finds the authorities and where every certificate stands.
struct FirstPass: Sendable {
    /// What a step found.
    enum Found: Sendable {
        case inputs([SurveyedInput])
        case segment(Result<SegmentSurvey, FileOctets.Failure>)
    }

    private let audit: Audit
    private let plan: ReadingPlan
    private let parsed = ParsedAuthorities()
    private let memories = CertificateMemories()
    private let segments: SegmentReading

    init(audit: Audit, plan: ReadingPlan) {
        self.audit = audit
        self.plan = plan
        segments = SegmentReading(plan, reader: audit.reader)
    }

    /// Reads what belongs to a step; called on any thread.
    func find(_ step: ReadingPlan.Step) -> Found {
        switch step {
        case .inputs(let range):
            memories.lend { memory in .inputs(range.map { survey(plan.inputs[$0], memory) }) }
        case .segment(let number, let input):
            .segment(
                segments.content(number, of: input).map { content in
                    SegmentSurvey(content, limits: audit.reader.limits, parsed: parsed)
                }
            )
        }
    }

    /// Adds what a step found to what those before it found.
    func add(_ found: Found, of step: ReadingPlan.Step, to survey: inout Survey) {
        switch (found, step) {
        case (.inputs(let surveys), .inputs(let range)):
            for (input, found) in zip(range, surveys) {
                survey.add(found, isRereadable: plan.inputs[input].isRereadable, at: Int32(input))
            }
        case (.segment(let found), .segment(let number, let input)):
            guard let planned = plan.segments[input] else { return }
            survey.add(found, of: planned, at: Int32(input), reader: audit.reader)
            guard number == planned.count - 1 else { return }
            survey.finishSegments(at: Int32(input), usesRevocation: audit.usesRevocation) {
                segments.certificates($0, of: input)
            }
        case (.inputs, .segment), (.segment, .inputs): break
        }
    }

    private func survey(_ input: AuditInput, _ memory: CertificateMemory) -> SurveyedInput {
        SurveyedInput(audit.content(of: input), parsed: parsed, memory: memory)
    }
}
