@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// A protocol log, at once and in pieces, and what `explain` makes of it.
enum ProtocolLogTarget {
    /// Octets of the first piece: the encoding is told by it, and files are read in pieces much longer than this.
    private static let first = 512

    static func run(_ octets: [UInt8]) {
        let log = read([octets[...]])
        var pieces = [octets.prefix(first)]
        var rest = octets.dropFirst(first)
        // Odd, so that characters of several octets are cut.
        while !rest.isEmpty {
            pieces.append(rest.prefix(251))
            rest = rest.dropFirst(251)
        }
        require(read(pieces) == log, "read in pieces it is another log")
        require(log.certificates.allSatisfy { $0.count > 0 }, "a certificate that nobody presented")
        require(log.failures.allSatisfy { $0.count > 0 }, "a failure that never happened")
        _ = ProtocolLog.isBeginning(octets)
        let explanation = Explanation(ofOctets: octets)
        let shown = log.isEmpty ? nil : log
        FileTarget.requireJSON(ExplanationJSON().document(explanation, log: shown))
        let text = ExplanationText(style: .plain).page(explanation, log: shown)
        FileTarget.requirePrintable(Array(text.utf8))
    }

    private static func read(_ pieces: [ArraySlice<UInt8>]) -> ProtocolLog {
        var events = 0
        var reader = ProtocolLogReader { _ in events += 1 }
        for piece in pieces { reader.read(Array(piece)) }
        let log = reader.finish()
        require(
            events >= log.certificates.count + log.failures.count,
            "something was told that never happened"
        )
        return log
    }
}
