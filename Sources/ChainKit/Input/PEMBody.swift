/// What stands between a BEGIN and an END line: headers (RFC 1421, 4.6) and base64.
struct PEMBody {
    enum Failure: Error, Equatable {
        case empty
        case illegal(offset: Int)
        case cutOff
    }

    let octets: [UInt8]
    /// Whether a Proc-Type header says that the octets are encrypted.
    let isEncrypted: Bool
    /// Whether the text had to be freed from quoting first.
    let wasDressed: Bool

    init(_ text: [UInt8], in range: Range<Int>) throws(Failure) {
        var range = range
        var isEncrypted = false
        if OctetSearch.first(UInt8(ascii: ":"), in: text, from: range.lowerBound, to: range.upperBound) != nil
        {
            (range, isEncrypted) = Self.skipHeaders(text, range)
        }
        self.isEncrypted = isEncrypted
        switch Base64Decoder.decode(text, in: range) {
        case .octets(let octets) where octets.isEmpty: throw .empty
        case .octets(let octets):
            self.octets = octets
            wasDressed = false
        case .cutOff: throw .cutOff
        case .illegal(let offset):
            let undressed = TextDressing.removed(from: text[range])
            // Whether something that reads now is what was meant is told by the frame: it must fit to the octet.
            guard case .octets(let octets) = Base64Decoder.decode(undressed),
                let element = DERReader.element(in: octets, at: 0, end: octets.count),
                element.whole.upperBound == octets.count
            else { throw .illegal(offset: offset) }
            self.octets = octets
            wasDressed = true
        }
    }

    /// Headers run to the first blank line or, where it is missing, to the first line without a colon.
    private static func skipHeaders(_ text: [UInt8], _ range: Range<Int>) -> (Range<Int>, isEncrypted: Bool) {
        var position = range.lowerBound
        var isEncrypted = false
        var isInHeaders = false
        while position < range.upperBound {
            let end = endOfLine(text, position, range.upperBound)
            let line = text[position..<end]
            let isBlank = line.allSatisfy(Base64Decoder.isBlank)
            if line.contains(UInt8(ascii: ":")) {
                isInHeaders = true
                if OctetSearch.first("ENCRYPTED", in: text, from: position, to: end) != nil {
                    isEncrypted = true
                }
            } else if isInHeaders {
                let isContinuation = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
                if isBlank || !isContinuation { return (position..<range.upperBound, isEncrypted) }
            } else if !isBlank {
                return (range, false)
            }
            position = min(end + 1, range.upperBound)
        }
        return (position..<range.upperBound, isEncrypted)
    }

    private static func endOfLine(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        text[start..<end].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? end
    }
}
