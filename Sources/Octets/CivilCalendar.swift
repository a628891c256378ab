/// The proleptic Gregorian calendar, days counted from 1970-01-01.
///
/// Both ways count from 1 March of year 0, so that a leap day is the last of its year (Howard Hinnant's method).
package enum CivilCalendar {
    /// The days of a month.
    package static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether there is such a day and such a time of day; the year may be any.
    package static func exists(month: Int, day: Int, hour: Int, minute: Int, second: Int, in year: Int)
        -> Bool
    {
        (1...12).contains(month) && day >= 1 && day <= days(of: month, in: year) && (0..<24).contains(hour)
            && (0..<60).contains(minute) && (0..<60).contains(second)
    }

    /// The number of a day.
    package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = floorDivide(shiftedYear, 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that has a number.
    package static func date(ofDay dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floorDivide(dayNumber + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
        )
    }

    /// The quotient rounded towards the past, and a remainder from 0 on.
    package static func floorDivide(_ number: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
        let remainder = (number % divisor + divisor) % divisor
        return ((number - remainder) / divisor, remainder)
    }
}
