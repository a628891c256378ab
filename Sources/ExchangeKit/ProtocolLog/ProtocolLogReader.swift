import ChainKit
import Octets

/// Reads a protocol log that arrives in pieces, in memory that does not grow with it.
package struct ProtocolLogReader {
    private var lines = StreamedLines()
    private var parser = ProtocolLogParser()
    private var summary = ProtocolLogSummary()
    private var events: [ProtocolLogEvent] = []
    private let onEvent: (ProtocolLogEvent) -> Void

    /// Makes a reader; `onEvent` is told of everything that concerns certificates or went wrong, in the log's order.
    package init(onEvent: @escaping (ProtocolLogEvent) -> Void = { _ in }) {
        self.onEvent = onEvent
    }

    /// Takes the next octets.
    package mutating func read(_ octets: [UInt8]) {
        var lines = StreamedLines()
        swap(&lines, &self.lines)
        lines.take(octets) { take($0) }
        swap(&lines, &self.lines)
    }

    /// Takes the end and sums everything up.
    package mutating func finish() -> ProtocolLog {
        var lines = StreamedLines()
        swap(&lines, &self.lines)
        lines.finish { take($0) }
        parser.finish(&events)
        handOver()
        return summary.log(parser)
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        parser.take(line, &events)
        if !events.isEmpty { handOver() }
    }

    private mutating func handOver() {
        for event in events {
            summary.take(event)
            onEvent(event)
        }
        events.removeAll(keepingCapacity: true)
    }
}

extension ProtocolLog {
    /// Octets that are enough to tell a protocol log by.
    package static let beginning = 64 << 10
    private static let linesLookedAt = 400

    /// Whether text begins like a protocol log, or holds rows of one.
    package static func isBeginning(_ octets: [UInt8]) -> Bool {
        var lines = StreamedLines()
        var parser = ProtocolLogParser()
        var events: [ProtocolLogEvent] = []
        var (looked, datedRows) = (0, 0)
        let look: (ArraySlice<UInt8>) -> Void = { line in
            looked += 1
            guard looked <= linesLookedAt else { return }
            let before = parser.rows
            parser.take(line, &events)
            let start = String(decoding: line.prefix(24), as: UTF8.self)
            if parser.rows > before, Instant(rfc3339: start) != nil { datedRows += 1 }
        }
        lines.take(Array(octets.prefix(beginning)), look)
        lines.finish(look)
        parser.finish(&events)
        // A row with a time is one even where nothing happened in it; one without a time, where something did.
        return parser.hasHeader || datedRows > 0 || events.contains { $0.isAbout }
    }
}

extension ProtocolLogEvent {
    /// Whether something happened that only a protocol log tells of.
    fileprivate var isAbout: Bool {
        switch kind {
        case .connected, .disconnected: false
        case .certificate, .negotiationFailed, .validationFailed, .reply: true
        }
    }
}
