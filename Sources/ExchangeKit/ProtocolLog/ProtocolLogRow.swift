/// One row of a protocol log.
struct ProtocolLogRow {
    /// What a row tells of: `+ - > < *`.
    static let events: Set<UInt8> = Set("+-><*".utf8)

    let time: String?
    let connector: String?
    let session: String?
    let remoteEndpoint: String?
    let event: UInt8
    let data: String
    let context: String
    /// The context in lower case.
    let foldedContext: String

    /// Reads a row by the order of its fields; one that was cut off at its left, by what stands at its right.
    init?(_ line: ArraySlice<UInt8>, fields: ProtocolLogFields) {
        let parts = Self.split(line)
        if parts.count >= fields.count, let event = Self.event(parts[fields.event]) {
            self.init(parts, event, at: fields.event, fields)
        } else if let place = Self.place(in: parts), let event = Self.event(parts[place]) {
            self.init(parts, event, at: place, fields)
        } else {
            return nil
        }
    }

    private init(_ parts: [String], _ event: UInt8, at place: Int, _ fields: ProtocolLogFields) {
        // What was lost at the left, or is doubled by commas that nobody quoted.
        let shift = place - fields.event
        func part(_ index: Int?) -> String? {
            guard let index, parts.indices.contains(index + shift) else { return nil }
            let text = Self.trimmed(parts[index + shift])
            return text.isEmpty || text == "…" || text == "..." ? nil : text
        }
        time = part(fields.time)
        connector = part(fields.connector)
        session = part(fields.session)
        remoteEndpoint = part(fields.remoteEndpoint)
        self.event = event
        let rest = parts[(place + 1)...]
        let endsWithContext = fields.context == fields.count - 1 && fields.data == fields.count - 2
        guard endsWithContext else {
            (data, context) = (part(fields.data) ?? "", part(fields.context) ?? "")
            foldedContext = context.lowercased()
            return
        }
        // More fields between than there should be are one value with commas.
        data = Self.trimmed((rest.count > 1 ? rest.dropLast() : rest).joined(separator: ","))
        context = rest.count > 1 ? Self.trimmed(rest.last ?? "") : ""
        foldedContext = context.lowercased()
    }

    private static func trimmed(_ text: String) -> String {
        // In octets: by characters this alone was a third of the time that a log takes.
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        let start = text.utf8.drop { $0 == 0x20 }
        let end = start.lastIndex { $0 != 0x20 }.map { start.index(after: $0) } ?? start.startIndex
        return String(text[start.startIndex..<end])
    }

    /// Where the event stands in a row whose beginning is not there: two fields before the end, or the first such.
    private static func place(in parts: [String]) -> Int? {
        if parts.count >= 4, event(parts[parts.count - 3]) != nil { return parts.count - 3 }
        guard parts.count >= 6 else { return nil }
        return parts.indices.dropFirst(3).dropLast(2).first { event(parts[$0]) != nil }
    }

    /// The event, also where Markdown escaped its star.
    private static func event(_ text: String) -> UInt8? {
        let text = text.utf8.count == 2 && text.hasPrefix("\\") ? text.dropFirst() : text[...]
        guard text.utf8.count == 1, let octet = text.utf8.first, events.contains(octet) else { return nil }
        return octet
    }

    /// The fields (RFC 4180), without their quotation marks.
    static func split(_ line: ArraySlice<UInt8>) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        var isQuoted = false
        var position = line.startIndex
        func end() {
            parts.append(String(decoding: part, as: UTF8.self))
            part.removeAll(keepingCapacity: true)
        }
        while position < line.endIndex {
            let octet = line[position]
            switch octet {
            case UInt8(ascii: "\""):
                let isDoubled = isQuoted && position + 1 < line.endIndex && line[position + 1] == octet
                if isDoubled {
                    part.append(octet)
                    position += 1
                } else if isQuoted {
                    isQuoted = false
                } else if part.allSatisfy({ $0 == 0x20 }) {
                    isQuoted = true
                    part.removeAll(keepingCapacity: true)
                } else {
                    part.append(octet)
                }
            case UInt8(ascii: ",") where !isQuoted: end()
            default: part.append(octet)
            }
            position += 1
        }
        end()
        return parts
    }
}
