import Foundation
import Testing

/// Every output that the README shows is what the command above it prints.
@Suite("README")
struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A command of the README and the output below it, as far as it is shown.
    struct Sample: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let output: String

        var testDescription: String { "chaincheck " + arguments.joined(separator: " ") }
    }

    private static let readme =
        (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""

    /// The commands that stand directly above a block of output; a cut output ends with a line `…`.
    private static let samples: [Sample] = {
        let parts = readme.components(separatedBy: "```\n")
        return zip(parts, parts.dropFirst()).enumerated().compactMap { number, pair in
            let lines = pair.0.split(separator: "\n")
            guard number % 2 == 0, let last = lines.last, last.hasPrefix("    chaincheck ") else {
                return nil
            }
            return Sample(
                arguments: last.split(separator: " ").dropFirst().map(String.init),
                output: pair.1.components(separatedBy: "\n…\n").first ?? ""
            )
        }
    }()

    @Test(arguments: samples)
    func showsWhatTheCommandReallyPrints(_ sample: Sample) throws {
        let run = try Binary(sample.arguments, environment: ["COLUMNS": "92"], folder: Self.root)
        #expect(run.output.hasPrefix(sample.output), "the README's sample is out of date")
    }

    @Test func beginsWithACommandAndItsOutput() throws {
        let first = try #require(Self.readme.split(separator: "\n").first { $0.hasPrefix("    ") })
        let sample = try #require(Self.samples.first)
        #expect(first == "    chaincheck \(sample.arguments.joined(separator: " "))")
        #expect(sample.output.contains("\nBIND  "))
        #expect(sample.output.contains("Enable-ExchangeCertificate"))
    }

    @Test func showsEachOutputBelowItsCommand() {
        // Each has two lines of backquotes, and the block of Swift another one behind it.
        #expect(Self.readme.components(separatedBy: "```\n").count == 2 * Self.samples.count + 2)
    }
}
