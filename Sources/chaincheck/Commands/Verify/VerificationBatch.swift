import ArgumentParser
import ChainKit
import FoundationEssentials
import Octets
import Reports

/// Answers cases from standard input, a line each, on all cores and in their order.
struct VerificationBatch {
    private let reader = InputReader()
    private let writer = VerificationJSON(includesAttempts: false)
    private let chunks: OrderedChunks
    private let profile: ConformanceProfile

    init(width: Int, profile: ConformanceProfile) {
        chunks = OrderedChunks(width: width)
        self.profile = profile
    }

    /// Answers everything, and ends the run with the code for all answers together.
    func run(allowsEmpty: Bool) throws {
        var counts = JudgementCounts()
        do {
            try answerAll(&counts)
        } catch is StandardOutput.ReaderGone {
            throw ExitStatus(counts, isFailed: counts.unfit > 0).whenReaderIsGone.code
        }
        try ExitStatus(counts, isFailed: counts.unfit > 0, allowsEmpty: allowsEmpty)
            .end(counts, .verifications)
    }

    private func answerAll(_ counts: inout JudgementCounts) throws {
        try StandardInput.forEachLines { lines in
            var output: [UInt8] = []
            try chunks.map(lines, size: 8) { _, line in
                answer(line)
            } each: { answer in
                guard let answer else { return }
                output += answer.octets
                output.append(UInt8(ascii: "\n"))
                counts.judged += answer.verdict == nil ? 0 : 1
                counts.unread += answer.verdict == nil ? 1 : 0
                counts.unfit += answer.verdict == .reject ? 1 : 0
            }
            if !output.isEmpty { try StandardOutput.answer(output) }
        }
    }

    struct Answer: Sendable {
        let octets: [UInt8]
        /// Nil where the line could not be answered.
        let verdict: Verification.Answer?
    }

    /// Nil for a line that holds nothing.
    private func answer(_ line: BoundedLines.Line) -> Answer? {
        switch line {
        case .octets(let octets, let number):
            octets.contains { $0 > 0x20 } ? answer(octets, number: number) : nil
        case .tooLong(let number):
            Answer(
                octets: writer.error(
                    "line \(number) is \(BoundedLines.tooLong)",
                    identifier: nil,
                    line: number
                ),
                verdict: nil
            )
        }
    }

    func answer(_ line: ArraySlice<UInt8>, number: Int) -> Answer {
        let question: VerificationCase
        do {
            question = try JSONDecoder().decode(VerificationCase.self, from: Data(line))
        } catch {
            let message =
                "line \(number) is no case: it must be a JSON object as Documentation/Formats.md describes"
            return Answer(octets: writer.error(message, identifier: nil, line: number), verdict: nil)
        }
        do throws(VerificationCase.Failure) {
            var (anchors, request) = try question.request(reader)
            request.profile = profile
            let verification = Verifier(anchors: anchors).verify(request)
            return Answer(
                octets: writer.line(verification, identifier: question.id),
                verdict: verification.answer
            )
        } catch {
            return Answer(
                octets: writer.error(error.message, identifier: question.id, line: number),
                verdict: nil
            )
        }
    }
}
