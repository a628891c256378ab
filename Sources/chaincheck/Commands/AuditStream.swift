import ArgumentParser
import ChainKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Answers lines of JSON from standard input, a line each and in their order, for as long as they come.
///
/// What has come is answered before more is waited for, so that a sender may wait for an answer before it goes on.
struct AuditStream: Sendable {
    let audit: StreamAudit
    let writer: StreamJSON
    let width: Int

    /// Octets read at a time; the answers to them are in memory at once.
    private static let chunk = 1 << 18
    /// Octets of a line; its certificate and chain are a few thousand.
    private static let longestLine = 16 << 20

    private struct Answer: Sendable {
        let octets: [UInt8]
        /// Nil where nothing could be judged.
        let verdict: Verdict??
    }

    /// Answers everything; the summary counts verdicts, and lines without an answer as files with errors.
    func run(writing write: ([UInt8]) throws -> Void) throws -> AuditSummary {
        var summary = AuditSummary()
        var rest: [UInt8] = []
        var number = 1
        var isSkipping = false
        var isAtEnd = false
        while !isAtEnd {
            guard Interruption.waits(for: 0) else {
                summary.isInterrupted = true
                break
            }
            let more = try Self.read(Self.chunk)
            isAtEnd = more.isEmpty
            rest += more
            if isAtEnd, !rest.isEmpty { rest.append(UInt8(ascii: "\n")) }
            var lines: [(number: Int, text: ArraySlice<UInt8>)] = []
            var start = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                if !isSkipping { lines.append((number, rest[start..<end])) }
                isSkipping = false
                number += 1
                start = end + 1
            }
            try answer(lines, &summary, write)
            rest.removeFirst(start)
            if rest.count > Self.longestLine {
                if !isSkipping { try refuse(number, &summary, write) }
                isSkipping = true
                rest = []
            }
        }
        return summary
    }

    private func answer(
        _ lines: [(number: Int, text: ArraySlice<UInt8>)],
        _ summary: inout AuditSummary,
        _ write: ([UInt8]) throws -> Void
    ) throws {
        var output: [UInt8] = []
        try OrderedChunks(width: width, size: 8).map(lines) { _, line in
            answer(line.text, number: line.number)
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
    private func answer(_ line: ArraySlice<UInt8>, number: Int) -> Answer? {
        guard line.contains(where: { $0 > 0x20 }) else { return nil }
        do throws(StreamQuestion.Failure) {
            let question = try StreamQuestion(line: line)
            let record = try audit.answer(question)
            let octets = writer.line(record, identifier: question.identifier)
            return Answer(octets: octets, verdict: .some(record.verdict))
        } catch {
            return Answer(octets: writer.error(error, line: number), verdict: nil)
        }
    }

    private func refuse(
        _ number: Int,
        _ summary: inout AuditSummary,
        _ write: ([UInt8]) throws -> Void
    ) throws {
        let message = "longer than \(Self.longestLine) octets"
        try write(writer.error(StreamQuestion.Failure(message: message), line: number))
        summary.files += 1
        summary.filesWithErrors += 1
    }

    private static func read(_ count: Int) throws -> [UInt8] {
        while true {
            var got = 0
            let octets = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                got = systemRead(buffer)
                filled = max(0, got)
            }
            if got >= 0 { return octets }
            guard errno == EINTR else {
                StandardError.report("cannot read standard input: \(String(cString: strerror(errno)))")
                throw ExitCode(2)
            }
        }
    }
}

// Outside the struct, where the name means the system call.
private func systemRead(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    read(0, buffer.baseAddress, buffer.count)
}
