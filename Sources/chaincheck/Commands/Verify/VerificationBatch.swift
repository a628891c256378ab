import ArgumentParser
import ChainKit
import FoundationEssentials

/// Answers cases from standard input, a line each, on all cores and in their order.
struct VerificationBatch {
    private let reader = InputReader()
    private let writer = VerificationJSON(includesAttempts: false)
    private let width: Int
    private let profile: ConformanceProfile

    init(width: Int, profile: ConformanceProfile) {
        self.width = width
        self.profile = profile
    }

    /// Lines that are in memory at once.
    private static let window = 512

    /// Answers everything; whether every line was a case.
    func run() throws -> Bool {
        var isComplete = true
        var number = 0
        while true {
            var lines: [(number: Int, text: String)] = []
            while lines.count < Self.window, let line = readLine() {
                number += 1
                if line.contains(where: { !$0.isWhitespace }) { lines.append((number, line)) }
            }
            guard !lines.isEmpty else { break }
            var output: [UInt8] = []
            try OrderedChunks(width: width, size: 8).map(lines) { _, line in
                answer(line.text, number: line.number)
            } each: { answer in
                output += answer.octets
                output.append(UInt8(ascii: "\n"))
                if !answer.isCase { isComplete = false }
            }
            try StandardOutput.write(output)
        }
        return isComplete
    }

    struct Answer: Sendable {
        let octets: [UInt8]
        let isCase: Bool
    }

    func answer(_ line: String, number: Int) -> Answer {
        let question: VerificationCase
        do {
            question = try JSONDecoder().decode(VerificationCase.self, from: Data(line.utf8))
        } catch {
            let message =
                "line \(number) is no case: it must be a JSON object as Documentation/Formats.md describes"
            return Answer(octets: writer.error(message, identifier: nil, line: number), isCase: false)
        }
        do throws(VerificationCase.Failure) {
            var (anchors, request) = try question.request(reader)
            request.profile = profile
            let verification = Verifier(anchors: anchors).verify(request)
            return Answer(octets: writer.line(verification, identifier: question.id), isCase: true)
        } catch {
            return Answer(
                octets: writer.error(error.message, identifier: question.id, line: number),
                isCase: false
            )
        }
    }
}
