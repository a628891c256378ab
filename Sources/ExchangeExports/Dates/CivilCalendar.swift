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
