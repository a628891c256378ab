import ChainKit

/// Turns the lines of a protocol log into events.
struct ProtocolLogParser {
    /// Sessions of which something is remembered; beyond it they are taken as ended.
    private static let mostSessions = 10_000

    private(set) var service: ProtocolLog.Service?
    private(set) var hasHeader = false
    private(set) var rows = 0
    private(set) var linesNotUnderstood = 0
    private var fields = ProtocolLogFields.usual
    private var previous: (connector: String?, session: String?) = (nil, nil)
    /// Certificates that are being described, by session.
    private var described: [String: (certificate: ProtocolLogCertificate, row: ProtocolLogRow)] = [:]

    mutating func take(_ line: ArraySlice<UInt8>, _ events: inout [ProtocolLogEvent]) {
        guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
        if first == UInt8(ascii: "#") {
            takeHeader(String(decoding: line, as: UTF8.self))
        } else if hasHeader, let event = event(in: line), isDull(event, line) {
            rows += 1
        } else if let row = ProtocolLogRow(line, fields: fields) {
            rows += 1
            take(row, &events)
        } else {
            linesNotUnderstood += 1
        }
    }

    /// Tells what is still open at the end.
    mutating func finish(_ events: inout [ProtocolLogEvent]) {
        for key in described.keys.sorted() { endDescription(key, &events) }
    }

    private mutating func takeHeader(_ line: String) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return }
        switch parts[0].lowercased() {
        case "#fields":
            guard let fields = ProtocolLogFields(header: String(parts[1])) else { return }
            self.fields = fields
            hasHeader = true
        case "#log-type":
            let type = parts[1].lowercased()
            guard type.contains("smtp"), type.contains("protocol log") else { return }
            hasHeader = true
            service = type.contains("send") ? .smtpSend : type.contains("receive") ? .smtpReceive : nil
        default: return
        }
    }

    // MARK: - Rows in which nothing happens, which are most of a log

    /// Where the event stands, found without cutting the row into its fields.
    private func event(in line: ArraySlice<UInt8>) -> Int? {
        var commas = fields.event
        var isQuoted = false
        var position = line.startIndex
        while position < line.endIndex, commas > 0 {
            let octet = line[position]
            if octet == UInt8(ascii: "\"") { isQuoted.toggle() }
            if octet == UInt8(ascii: ","), !isQuoted { commas -= 1 }
            position += 1
        }
        guard commas == 0, position + 1 < line.endIndex, line[position + 1] == UInt8(ascii: ",") else {
            return nil
        }
        return position
    }

    /// Whether a row is a command, or a reply that is no refusal.
    private func isDull(_ place: Int, _ line: ArraySlice<UInt8>) -> Bool {
        guard line[place] == UInt8(ascii: "<") || line[place] == UInt8(ascii: ">"),
            fields.data == fields.event + 1
        else { return false }
        let data = line[(place + 2)...].drop { $0 == UInt8(ascii: "\"") }
        return data.first != UInt8(ascii: "4") && data.first != UInt8(ascii: "5")
    }

    // MARK: - Rows in which something happens

    private mutating func take(_ row: ProtocolLogRow, _ events: inout [ProtocolLogEvent]) {
        if row.connector != nil || row.session != nil { previous = (row.connector, row.session) }
        let key = row.session ?? previous.session ?? ""
        switch row.event {
        case UInt8(ascii: "+"): events.append(event(.connected, row))
        case UInt8(ascii: "-"):
            endDescription(key, &events)
            events.append(event(.disconnected, row))
        case UInt8(ascii: "*"): takeInformation(row, key, &events)
        default:
            endDescription(key, &events)
            if Self.isRefusal(row.data) { events.append(event(.reply(row.data), row)) }
        }
    }

    private mutating func takeInformation(
        _ row: ProtocolLogRow,
        _ key: String,
        _ events: inout [ProtocolLogEvent]
    ) {
        if let certificate = ProtocolLogCertificate(beginning: row) {
            endDescription(key, &events)
            if described.count >= Self.mostSessions { finish(&events) }
            described[key] = (certificate, row)
            return
        }
        if ProtocolLogCertificate.describes(row) {
            var open = described[key] ?? (ProtocolLogCertificate(direction: .unstated), row)
            _ = open.certificate.take(row)
            described[key] = open
            return
        }
        endDescription(key, &events)
        let words = row.context.isEmpty ? row.data : row.context
        let folded = words.lowercased()
        if folded.contains("tls negotiation failed") {
            events.append(event(.negotiationFailed(words), row))
        } else if folded.contains("validation status"), !Self.isOrdinary(folded) {
            events.append(event(.validationFailed(words), row))
        } else if Self.isRefusal(words) {
            events.append(event(.reply(words), row))
        }
    }

    private mutating func endDescription(_ key: String, _ events: inout [ProtocolLogEvent]) {
        guard let open = described.removeValue(forKey: key) else { return }
        events.append(event(.certificate(open.certificate), open.row))
    }

    /// Anonymous senders present no certificate, and that is how it should be.
    private static func isOrdinary(_ words: String) -> Bool {
        words.contains("'valid'") || words.contains("'emptycertificate'")
    }

    /// Three digits of a refusal, then a blank or a hyphen.
    private static func isRefusal(_ text: String) -> Bool {
        let start = Array(text.utf8.prefix(4))
        guard start.count == 4, start[0] == UInt8(ascii: "4") || start[0] == UInt8(ascii: "5") else {
            return false
        }
        return start[1...2].allSatisfy { (0x30...0x39).contains($0) }
            && (start[3] == 0x20 || start[3] == 0x2d)
    }

    private func event(_ kind: ProtocolLogEvent.Kind, _ row: ProtocolLogRow) -> ProtocolLogEvent {
        ProtocolLogEvent(
            time: row.time.flatMap { Instant(rfc3339: $0) },
            connector: row.connector ?? (row.session == nil ? previous.connector : nil),
            session: row.session ?? previous.session,
            remoteEndpoint: row.remoteEndpoint,
            kind: kind
        )
    }
}
