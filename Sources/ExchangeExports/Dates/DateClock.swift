import Octets

/// The time of day in a date's text, and the zone where one is given.
struct DateClock: Sendable {
    /// A time of day.
    struct Time: Sendable {
        let hour: Int
        let minute: Int
        let second: Int
        let offset: Int?
    }

    private var numbers: [Int] = []
    private var isEvening: Bool?
    private var offset: Int?
    private var zone: (sign: Int, numbers: [(value: Int, digits: Int)])?
    private var hasFraction = false

    /// Takes a number; whether it can be one of a time.
    mutating func take(_ value: Int, digits: Int, after separator: String) -> Bool {
        if zone != nil {
            zone?.numbers.append((value, digits))
            return zone?.numbers.count ?? 0 <= 2 && (separator.isEmpty || separator == ":")
        }
        if !numbers.isEmpty, let sign = separator.last, "+-\u{2212}".contains(sign) {
            zone = (sign == "+" ? 1 : -1, [(value, digits)])
            return offset ?? 0 == 0
        }
        // ISO 8601's fraction of a second says nothing here.
        if numbers.count == 3, !hasFraction, separator == "." || separator == "," {
            hasFraction = true
            return true
        }
        // Italy and Finland put dots between hours and minutes; a date may end with a dot or a comma.
        guard numbers.isEmpty || [":", ".", "\u{2236}", "\u{ff1a}"].contains(separator) else { return false }
        guard numbers.count < 3, digits <= 2 else { return false }
        numbers.append(value)
        return true
    }

    /// Takes a word; whether it can be one of a time.
    mutating func take(_ word: String) -> Bool {
        if DateWords.greenwich.contains(word) {
            offset = 0
            return !numbers.isEmpty
        }
        guard isEvening == nil else { return false }
        if DateWords.morning.contains(word) {
            isEvening = false
        } else if DateWords.evening.contains(word) {
            isEvening = true
        } else {
            return false
        }
        return true
    }

    /// The time, midnight where the text has none at all; nil where what it has is no time.
    var time: Time? {
        // An hour alone is a number that has no business here.
        guard numbers.count != 1 else { return nil }
        var hour = numbers.first ?? 0
        if let isEvening {
            guard !numbers.isEmpty else { return nil }
            // Some cultures write 13:30 with a designator all the same.
            if hour <= 12 { hour = hour % 12 + (isEvening ? 12 : 0) }
        }
        guard let offset = zoneOffset else { return nil }
        return Time(
            hour: hour,
            minute: numbers.dropFirst().first ?? 0,
            second: numbers.dropFirst(2).first ?? 0,
            offset: offset
        )
    }

    /// Seconds east of Greenwich, in an optional of its own where none is given; nil where the zone is none.
    private var zoneOffset: Int?? {
        guard let zone, let first = zone.numbers.first else { return .some(offset) }
        var (hours, minutes) = (first.value, zone.numbers.dropFirst().first?.value ?? 0)
        if first.digits == 4 { (hours, minutes) = (first.value / 100, first.value % 100) }
        // .NET knows no zone further away than 14 hours.
        guard first.digits <= 4, hours <= 14, minutes < 60 else { return nil }
        return .some(zone.sign * (hours * 3_600 + minutes * 60))
    }
}

extension ExportedTime {
    /// The time, nil where there is no such day or no such time of day.
    var checked: ExportedTime? {
        let exists = CivilCalendar.exists(
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second,
            in: year
        )
        return (1...9_999).contains(year) && exists ? self : nil
    }

    /// The time in a zone; nil where the year has not four digits.
    init?(secondsSince1970 seconds: Int64, offset: Int) {
        // Years 1 to 9999, so that nothing below can overflow.
        guard (-62_135_596_800..<253_402_300_800).contains(seconds) else { return nil }
        let (dayNumber, second) = CivilCalendar.floorDivide(Int(seconds) + offset, 86_400)
        let date = CivilCalendar.date(ofDay: dayNumber)
        let time = ExportedTime(
            year: date.year,
            month: date.month,
            day: date.day,
            hour: second / 3_600,
            minute: second / 60 % 60,
            second: second % 60,
            offset: offset
        )
        guard let time = time.checked else { return nil }
        self = time
    }
}
