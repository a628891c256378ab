import Octets

/// Reads base64 without armour: of DER, of several DERs, of a whole PEM; and PEM that was base64-encoded inside
/// another text, as in Kubernetes secrets and Traefik's acme.json.
enum BareBase64 {
    /// Shorter than any certificate, and than any text worth decoding.
    private static let minimumLength = 64

    static func read(
        _ text: [UInt8],
        from start: Int,
        into collector: inout ContentCollector,
        nesting: Int
    ) -> FileKind? {
        guard nesting > 0, text.count - start >= minimumLength else { return nil }
        if Base64Decoder.isDigit(text[start]),
            case .octets(let octets) = Base64Decoder.decode(text, in: start..<text.count, allowsSeveral: true)
        {
            if let kind = BinaryReader.read(octets, at: 0, into: &collector, nesting: nesting - 1) {
                return kind == .der ? .base64 : kind
            }
            if PEMReader.read(octets, into: &collector) != nil { return .base64 }
            if DERFrame.isCutOff(octets, at: 0) {
                collector.report(.truncated, "the base64 ends too early; copy it again")
                return .base64
            }
            return nil
        }
        return readTokens(text, into: &collector, nesting: nesting)
    }

    /// Reads every run of base64 that decodes to something beginning with "-----BEGIN ".
    private static func readTokens(
        _ text: [UInt8],
        into collector: inout ContentCollector,
        nesting: Int
    ) -> FileKind? {
        var position = 0
        var found = false
        while let start = OctetSearch.first("LS0tLS1CRUdJTi", in: text, from: position) {
            let end = endOfRun(in: text, from: start)
            // Wrapped as in a mail; what follows may look like base64 without being it.
            let wrapped = endOfLines(in: text, after: end)
            for end in wrapped > end ? [wrapped, end] : [end] {
                position = end
                guard case .octets(let octets) = Base64Decoder.decode(text, in: start..<end) else { continue }
                if PEMReader.read(octets, into: &collector) != nil { found = true }
                break
            }
        }
        guard found else { return nil }
        return .base64
    }

    private static func endOfRun(in text: [UInt8], from start: Int) -> Int {
        text[start...].firstIndex { !Base64Decoder.isDigit($0) && $0 != UInt8(ascii: "=") } ?? text.count
    }

    /// The end of the lines after a run that are base64 from their beginning to their end.
    private static func endOfLines(in text: [UInt8], after end: Int) -> Int {
        var end = end
        while text[..<end].last != UInt8(ascii: "=") {
            var line = end
            if line < text.count, text[line] == 0x0d { line += 1 }
            guard line < text.count, text[line] == 0x0a else { return end }
            let next = endOfRun(in: text, from: line + 1)
            let isWhole = next == text.count || text[next] == 0x0d || text[next] == 0x0a
            guard isWhole, next > line + 1 else { return end }
            end = next
        }
        return end
    }
}
