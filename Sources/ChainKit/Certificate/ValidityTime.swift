/// One end of a certificate's validity: an instant, or text that is none.
public enum ValidityTime: Sendable, Hashable {
    case instant(Instant)
    case malformed(reason: String)

    /// The instant, nil where the certificate's text was malformed.
    public var instant: Instant? {
        if case .instant(let instant) = self { instant } else { nil }
    }

    /// Reads UTCTime or GeneralizedTime as RFC 5280, 4.1.2.5 demands it: seconds present, `Z`, no fraction.
    ///
    /// GeneralizedTime for a year before 2050 departs from 4.1.2.5 but its meaning is clear: it is accepted.
    init(isUTCTime: Bool, text: UnsafeBufferPointer<UInt8>) {
        let yearDigits = isUTCTime ? 2 : 4
        guard !text.isEmpty else {
            self = .malformed(reason: "there is no time")
            return
        }
        guard text.count == yearDigits + 11 else {
            let expected = isUTCTime ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ"
            self = .malformed(reason: "\(text.count) characters where \(expected) is due")
            return
        }
        guard text[text.count - 1] == UInt8(ascii: "Z") else {
            self = .malformed(reason: "the time does not end in Z")
            return
        }
        var fields = [0, 0, 0, 0, 0, 0]
        for (position, character) in text.dropLast().enumerated() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else {
                self = .malformed(reason: "the time holds something other than digits")
                return
            }
            let field = position < yearDigits ? 0 : (position - yearDigits) / 2 + 1
            fields[field] = fields[field] * 10 + Int(character - UInt8(ascii: "0"))
        }
        let year = isUTCTime ? (fields[0] < 50 ? 2000 : 1900) + fields[0] : fields[0]
        guard
            let instant = Instant(
                year: year,
                month: fields[1],
                day: fields[2],
                hour: fields[3],
                minute: fields[4],
                second: fields[5]
            )
        else {
            self = .malformed(reason: "there is no such date or time of day")
            return
        }
        self = .instant(instant)
    }

    init(malformed reason: String) { self = .malformed(reason: reason) }
}
