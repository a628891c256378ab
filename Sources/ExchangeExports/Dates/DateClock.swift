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

/// The Gregorian calendar, as far as exports need it.
enum CivilCalendar {
    /// A time; nil where there is no such day or no such time of day.
    static func checked(_ time: ExportedTime) -> ExportedTime? {
        guard (1...9_999).contains(time.year), (1...12).contains(time.month),
            (1...days(of: time.month, in: time.year)).contains(time.day),
            (0..<24).contains(time.hour), (0..<60).contains(time.minute), (0..<60).contains(time.second)
        else {
            return nil
        }
        return time
    }

    /// The days of a month.
    static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The time in a zone; nil where the year has not four digits.
    static func time(secondsSince1970 seconds: Int64, offset: Int) -> ExportedTime? {
        // Years 1 to 9999, so that nothing below can overflow.
        guard (-62_135_596_800..<253_402_300_800).contains(seconds) else { return nil }
        let local = Int(seconds) + offset
        let second = ((local % 86_400) + 86_400) % 86_400
        // Days since 1 March of year 0, in eras of 400 years: leap days then stand at the end of a year.
        let days = (local - second) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return checked(
            ExportedTime(
                year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
                month: month,
                day: dayOfYear - (153 * shifted + 2) / 5 + 1,
                hour: second / 3_600,
                minute: second / 60 % 60,
                second: second % 60,
                offset: offset
            )
        )
    }
}
