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

    /// Answers everything; whether every line was a case.
    func run() throws -> Bool {
        var isComplete = true
        try StandardInput.forEachLines { lines in
            var output: [UInt8] = []
            try OrderedChunks(width: width, size: 8).map(lines) { _, line in
                answer(line)
            } each: { answer in
                guard let answer else { return }
                output += answer.octets
                output.append(UInt8(ascii: "\n"))
                if !answer.isCase { isComplete = false }
            }
            if !output.isEmpty { try StandardOutput.write(output) }
        }
        return isComplete
    }

    struct Answer: Sendable {
        let octets: [UInt8]
        let isCase: Bool
    }

    /// Nil for a line that holds nothing.
    private func answer(_ line: BoundedLines.Line) -> Answer? {
        switch line {
        case .octets(let octets, let number):
            octets.contains { $0 > 0x20 } ? answer(octets, number: number) : nil
        case .tooLong(let number):
            Answer(
                octets: writer.error("line \(number) is \(BoundedLines.tooLong)", identifier: nil, line: number),
                isCase: false
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
