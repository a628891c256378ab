extension ExportedTime {
    /// Reads a time as XML writes it: `2022-04-15T10:27:48.6291077+02:00`, with `Z`, or with no zone.
    init?(roundTrip text: [UInt8]) {
        // The longest there is has seven digits after the second and a zone.
        guard text.count <= 35, Self.hasShape(text.prefix(19)) else { return nil }
        let fields = text.prefix(19).split { !Self.digits.contains($0) }.map(Self.number)
        var rest = text.dropFirst(19)
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { Self.digits.contains($0) } }
        guard (1...12).contains(fields[1]), (1...31).contains(fields[2]), fields[3] < 24, fields[4] < 60,
            fields[5] < 60, let zone = Zone(rest)
        else {
            return nil
        }
        self.init(
            year: fields[0],
            month: fields[1],
            day: fields[2],
            hour: fields[3],
            minute: fields[4],
            second: fields[5],
            offset: zone.offset
        )
    }

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    private static func hasShape(_ text: ArraySlice<UInt8>) -> Bool {
        let shape = Array("0000-00-00T00:00:00".utf8)
        return text.count == shape.count
            && zip(text, shape).allSatisfy { $1 == UInt8(ascii: "0") ? digits.contains($0) : $0 == $1 }
    }

    private static func number(_ text: ArraySlice<UInt8>) -> Int {
        text.reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
    }

    /// What follows the time of day.
    private struct Zone {
        /// Seconds east of Greenwich, nil where the text says nothing.
        let offset: Int?

        init?(_ text: ArraySlice<UInt8>) {
            guard let sign = text.first else {
                offset = nil
                return
            }
            if text.elementsEqual("Z".utf8) {
                offset = 0
                return
            }
            let parts = text.dropFirst().split(separator: UInt8(ascii: ":"))
            guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.count == 6, parts.count == 2,
                parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(digits.contains) })
            else {
                return nil
            }
            let seconds = number(parts[0]) * 3600 + number(parts[1]) * 60
            offset = sign == UInt8(ascii: "-") ? -seconds : seconds
        }
    }
}
