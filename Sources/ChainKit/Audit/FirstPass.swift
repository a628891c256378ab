import OpenSSLBridge

/// The first reading: finds the authorities and where every certificate stands.
struct FirstPass: Sendable {
    /// What a step found.
    enum Found: Sendable {
        case inputs([InputSurvey])
        case segment(Result<SegmentSurvey, FileOctets.Failure>)
    }

    private let audit: Audit
    private let plan: ReadingPlan
    private let parsed = ParsedAuthorities()
    private let allowances: [Int: DerivationAllowance]

    init(audit: Audit, plan: ReadingPlan) {
        self.audit = audit
        self.plan = plan
        allowances = plan.allowances(audit.reader.limits)
    }

    /// Reads what belongs to a step; called on any thread.
    func find(_ step: ReadingPlan.Step) -> Found {
        switch step {
        case .inputs(let range): .inputs(range.map { survey(plan.inputs[$0]) })
        case .segment(let number, let input):
            .segment(
                content(number, of: input).map { content in
                    SegmentSurvey(content, limits: audit.reader.limits, parsed: parsed)
                }
            )
        }
    }

    /// Adds what a step found to what those before it found.
    func add(_ found: Found, of step: ReadingPlan.Step, to survey: inout Survey) {
        switch (found, step) {
        case (.inputs(let surveys), .inputs(let range)):
            for (input, found) in zip(range, surveys) { survey.add(found, at: Int32(input)) }
        case (.segment(let found), .segment(let number, let input)):
            guard let segments = plan.segments[input] else { return }
            survey.add(found, of: segments, at: Int32(input), reader: audit.reader)
            guard number == segments.count - 1 else { return }
            survey.finishSegments(at: Int32(input)) { number in
                (try? content(number, of: input).get().certificates) ?? []
            }
        case (.inputs, .segment), (.segment, .inputs): break
        }
    }

    private func survey(_ input: AuditInput) -> InputSurvey {
        var isRereadable = true
        if case .octets = input { isRereadable = false }
        return InputSurvey(audit.content(of: input), isRereadable: isRereadable, parsed: parsed)
    }

    private func content(_ number: Int, of input: Int) -> Result<SegmentContent, FileOctets.Failure> {
        audit.content(number, of: input, in: plan, allowances)
    }
}
