/// One property of an iCalendar object as it is written (RFC 5545, 3.1).
struct ContentLine {
    private let text: String

    /// A property whose value is ours and holds nothing to escape.
    init(_ name: StaticString, _ value: String) { text = "\(name):\(value)" }

    /// A property of the type TEXT (RFC 5545, 3.3.11).
    init(_ name: StaticString, text value: String) { text = "\(name):\(Self.escape(value))" }

    /// The line with its end, folded so that no part is longer than 75 octets and no character is split.
    var octets: [UInt8] {
        var octets: [UInt8] = []
        var room = Self.longest
        for scalar in text.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if encoded.count > room {
                octets += Self.fold
                // The blank that begins the next part counts.
                room = Self.longest - 1
            }
            octets += encoded
            room -= encoded.count
        }
        return octets + Self.end
    }

    /// Octets of a line without its end.
    private static let longest = 75
    private static let end: [UInt8] = [0x0d, 0x0a]
    private static let fold: [UInt8] = end + [0x20]

    /// Control characters but the line end have no place in TEXT, and go.
    private static func escape(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
