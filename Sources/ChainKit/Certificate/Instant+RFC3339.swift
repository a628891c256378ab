package import Octets

extension Instant {
    /// Reads RFC 3339 text such as `2026-11-23T12:00:00Z`, with any number of fraction digits and any offset.
    ///
    /// Digits beyond the ninth of a fraction are dropped. A bare date means its first instant, UTC. Second 60 is
    /// refused, and so is what an offset moves out of the years 0 to 9999, which could not be written again.
    public init?(rfc3339 text: some StringProtocol) {
        var characters = Array(text.utf8)[...]
        func number(_ digits: Int) -> Int? {
            guard characters.count >= digits else { return nil }
            var value = 0
            for character in characters.prefix(digits) {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else { return nil }
                value = value * 10 + Int(character - UInt8(ascii: "0"))
            }
            characters = characters.dropFirst(digits)
            return value
        }
        func skip(_ allowed: String) -> UInt8? {
            guard let first = characters.first, allowed.utf8.contains(first) else { return nil }
            characters = characters.dropFirst()
            return first
        }
        guard let year = number(4), skip("-") != nil, let month = number(2), skip("-") != nil,
            let day = number(2)
        else { return nil }
        if characters.isEmpty {
            self.init(year: year, month: month, day: day)
            return
        }
        guard skip("Tt ") != nil, let hour = number(2), skip(":") != nil, let minute = number(2),
            skip(":") != nil,
            let second = number(2),
            let local = Instant(
                year: year,
                month: month,
                day: day,
                hour: hour,
                minute: minute,
                second: second
            )
        else { return nil }
        var nanoseconds = 0
        if skip(".") != nil {
            var unit = 100_000_000
            guard let first = characters.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
                return nil
            }
            while let digit = number(1) {
                nanoseconds += digit * unit
                unit /= 10
            }
        }
        var offset = 0
        if let sign = skip("+-") {
            guard let hours = number(2), skip(":") != nil, let minutes = number(2), hours < 24, minutes < 60
            else {
                return nil
            }
            offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
        } else if skip("Zz") == nil {
            return nil
        }
        guard characters.isEmpty else { return nil }
        let seconds = local.seconds - Int64(offset)
        guard Self.writableSeconds.contains(seconds) else { return nil }
        self.init(seconds: seconds, nanoseconds: UInt32(nanoseconds))
    }

    /// The seconds of the years 0 to 9999, which have four digits.
    private static let writableSeconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// RFC 3339 text in UTC; the fraction is left out where it is zero.
    public var rfc3339: String {
        var text = OctetText(expecting: 32)
        appendRFC3339(to: &text)
        return text.string
    }

    /// Appends ``rfc3339`` to text that is being written.
    package func appendRFC3339(to text: inout OctetText) {
        let (year, month, day, hour, minute, second) = calendar
        text.extend(by: 19) { room in
            func write(_ value: Int, _ start: Int, digits: Int, then mark: UInt8? = nil) {
                var rest = value
                for place in stride(from: start + digits - 1, through: start, by: -1) {
                    room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                if let mark { room[start + digits] = mark }
            }
            // Four digits are all there are; an instant that was reckoned may lie beyond them.
            write(min(max(year, 0), 9_999), 0, digits: 4, then: UInt8(ascii: "-"))
            write(month, 5, digits: 2, then: UInt8(ascii: "-"))
            write(day, 8, digits: 2, then: UInt8(ascii: "T"))
            write(hour, 11, digits: 2, then: UInt8(ascii: ":"))
            write(minute, 14, digits: 2, then: UInt8(ascii: ":"))
            write(second, 17, digits: 2)
        }
        if nanoseconds > 0 {
            text.append(UInt8(ascii: "."))
            var (fraction, digits) = (Int(nanoseconds), 9)
            while fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
            text.extend(by: digits) { room in
                for place in stride(from: digits - 1, through: 0, by: -1) {
                    room[place] = UInt8(ascii: "0") + UInt8(fraction % 10)
                    fraction /= 10
                }
            }
        }
        text.append(UInt8(ascii: "Z"))
    }

    /// The date alone, `2026-11-23`.
    public var date: String { String(decoding: rfc3339.utf8.prefix(10), as: UTF8.self) }

    /// Hour and minute, `14:30 UTC`.
    public var timeOfDay: String {
        "\(String(decoding: rfc3339.utf8.dropFirst(11).prefix(5), as: UTF8.self)) UTC"
    }
}
