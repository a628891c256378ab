/// Takes the octets of a report, a piece at a time, in order.
package typealias ReportSink = ([UInt8]) throws -> Void

/// Gathers a report's octets, so that a sink is called once for a chunk and not once for a line.
struct ReportBuffer {
    /// What is gathered before the sink is called: large enough that system calls cost nothing, small enough to
    /// stay in a processor's cache.
    static let chunk = 64 << 10

    private let sink: ReportSink
    private var octets: [UInt8] = []

    init(_ sink: @escaping ReportSink) {
        self.sink = sink
        octets.reserveCapacity(Self.chunk + Self.chunk / 4)
    }

    mutating func append(_ more: [UInt8]) throws {
        guard more.count < Self.chunk else {
            try flush()
            return try sink(more)
        }
        octets += more
        if octets.count >= Self.chunk { try flush() }
    }

    mutating func append(_ text: String) throws {
        octets += text.utf8
        if octets.count >= Self.chunk { try flush() }
    }

    /// Hands everything to the sink.
    mutating func flush() throws {
        guard !octets.isEmpty else { return }
        try sink(octets)
        octets.removeAll(keepingCapacity: true)
    }
}
