import ArgumentParser
import ChainKit
import Octets
import Reports

/// Answers lines of JSON from standard input, a line each and in their order, for as long as they come.
///
/// What has come is answered before more is waited for, so that a sender may wait for an answer before it goes on.
struct AuditStream: Sendable {
    let audit: StreamAudit
    let writer: StreamJSON
    let chunks: OrderedChunks

    /// Octets read at a time; the answers to them are in memory at once.
    private static let chunk = 1 << 18

    private struct Answer: Sendable {
        let octets: [UInt8]
        /// Nil where nothing could be judged.
        let verdict: Verdict??
    }

    /// Answers everything; the summary counts verdicts, and lines without an answer as files with errors.
    ///
    /// An answer is counted before it is written, so that the counts hold even where writing fails.
    func run(_ summary: inout AuditSummary, writing write: ([UInt8]) throws -> Void) throws {
        var lines = BoundedLines()
        var isAtEnd = false
        while !isAtEnd {
            guard Interruption.waits(for: 0) else {
                summary.isInterrupted = true
                break
            }
            let more = try StandardInput.read(upTo: Self.chunk)
            isAtEnd = more.isEmpty
            try answer(isAtEnd ? lines.finish().map { [$0] } ?? [] : lines.take(more), &summary, write)
        }
    }

    private func answer(
        _ lines: [BoundedLines.Line],
        _ summary: inout AuditSummary,
        _ write: ([UInt8]) throws -> Void
    ) throws {
        var output: [UInt8] = []
        try chunks.map(lines, size: 8) { worker, line in
            answer(line, by: worker)
        } each: { answer in
            guard let answer else { return }
            output += answer.octets
            summary.files += 1
            guard let verdict = answer.verdict else {
                summary.filesWithErrors += 1
                return
            }
            summary.certificates += 1
            if let verdict { summary.verdicts[verdict, default: 0] += 1 }
        }
        if !output.isEmpty { try write(output) }
    }

    /// Nil for a line that holds nothing.
    private func answer(_ line: BoundedLines.Line, by worker: Worker) -> Answer? {
        switch line {
        case .octets(let octets, let number): return answer(octets, number: number, by: worker)
        case .tooLong(let number):
            let failure = StreamQuestion.Failure(message: BoundedLines.tooLong)
            return Answer(octets: writer.error(failure, line: number), verdict: nil)
        }
    }

    private func answer(_ line: ArraySlice<UInt8>, number: Int, by worker: Worker) -> Answer? {
        guard line.contains(where: { $0 > 0x20 }) else { return nil }
        do throws(StreamQuestion.Failure) {
            let question = try StreamQuestion(line: line)
            let record = try audit.answer(question, by: worker)
            let octets = writer.line(record, identifier: question.identifier)
            return Answer(octets: octets, verdict: .some(record.verdict))
        } catch {
            return Answer(octets: writer.error(error, line: number), verdict: nil)
        }
    }
}
