import Foundation

@testable import ChainKit
@testable import Reports

/// One line of `audit --from ndjson`, from JSON to the answer.
enum StreamTarget {
    private static let audit = StreamAudit(
        Audit(
            trust: .anchors(PrivateAnchors([])),
            time: Instant(seconds: 1_800_000_000),
            references: ["mail.contoso.com"].compactMap { ReferenceIdentifier($0) },
            options: Audit.Options(
                reader: FileTarget.reader
            )
        )
    )

    static func run(_ octets: [UInt8]) {
        let writer = StreamJSON(includesPEM: true)
        do throws(StreamQuestion.Failure) {
            let question = try StreamQuestion(line: octets[...])
            let answer = try audit.answer(question, by: Worker())
            requireLine(writer.line(answer, identifier: question.identifier))
        } catch {
            requireLine(writer.error(error, line: 1))
        }
        // Where the line is not at the beginning of what it was cut from.
        let behind = [UInt8(ascii: " ")] + octets
        let (one, other) = (answer(octets[...]), answer(behind.dropFirst()))
        require(one == other, "the same line in another place: \(one) and \(other)")
    }

    private static func answer(_ line: ArraySlice<UInt8>) -> String {
        do throws(StreamQuestion.Failure) {
            let question = try StreamQuestion(line: line)
            return "\(String(describing: question.identifier)) \(question.chain.count)"
        } catch {
            return error.message
        }
    }

    /// One line, and JSON.
    private static func requireLine(_ octets: [UInt8]) {
        FileTarget.requireJSON(octets)
        FileTarget.requirePrintable(octets)
        require(octets.count { $0 == 0x0a } == 1 && octets.last == 0x0a, "not one line")
    }
}
