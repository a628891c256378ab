/// A date's text taken apart: the numbers of the day, and the time of day.
struct DateParts: Sendable {
    private var numbers: [(value: Int, digits: Int)] = []
    /// What stands between the numbers of the day, the first time.
    private var mark = ""
    private var month: Int?
    private var clock = DateClock()

    private static let marks: Set = ["/", "-", ".", "", ",", "\u{60c}", "\u{2010}", "\u{2011}", "\u{2212}"]

    /// Takes a text apart; nil where it is no date with or without a time of day.
    init?(_ text: String) {
        guard let tokens = DateToken.tokens(of: text) else { return nil }
        var separator = ""
        for token in tokens {
            switch token {
            case .separator(let text): separator += text
            case .word(let word):
                guard take(word) else { return nil }
                separator = ""
            case .number(let value, let digits):
                if numbers.count + (month == nil ? 0 : 1) < 3 {
                    if !numbers.isEmpty, !Self.marks.contains(separator) { return nil }
                    if numbers.count == 1 { mark = separator }
                    numbers.append((value, digits))
                } else {
                    guard clock.take(value, digits: digits, after: separator) else { return nil }
                }
                separator = ""
            }
        }
        guard numbers.count + (month == nil ? 0 : 1) == 3 else { return nil }
    }

    /// The times that the text may mean, by the order in which it means them.
    var readings: [DateOrder: ExportedTime] {
        var readings: [DateOrder: ExportedTime] = [:]
        for order in DateOrder.allCases { readings[order] = time(in: order) }
        return readings
    }

    private mutating func take(_ word: String) -> Bool {
        if month == nil, numbers.count < 3, let month = DateWords.month(word) {
            self.month = month
            return true
        }
        return DateWords.silent.contains(word) || clock.take(word)
    }

    private func time(in order: DateOrder) -> ExportedTime? {
        guard let clock = clock.time else { return nil }
        let places = month == nil ? [0, 1, 2] : [0, 1]
        let parts = places.map { numbers[$0] }
        let (year, month, day): ((value: Int, digits: Int), Int, (value: Int, digits: Int))
        if let name = self.month {
            // A month's name leaves open only whether the year stands first, and then it has four digits.
            if order == .yearMonthDay, parts[0].digits != 4 { return nil }
            (year, month, day) =
                order == .yearMonthDay ? (parts[0], name, parts[1]) : (parts[1], name, parts[0])
        } else {
            switch order {
            case .dayMonthYear: (year, month, day) = (parts[2], parts[1].value, parts[0])
            case .monthDayYear: (year, month, day) = (parts[2], parts[0].value, parts[1])
            case .yearMonthDay: (year, month, day) = (parts[0], parts[1].value, parts[2])
            }
            // Between dots no culture of Windows puts the month first.
            if order == .monthDayYear, mark == "." { return nil }
        }
        guard let fullYear = Self.year(year), day.digits <= 2 else { return nil }
        return ExportedTime(
            year: fullYear,
            month: month,
            day: day.value,
            hour: clock.hour,
            minute: clock.minute,
            second: clock.second,
            offset: clock.offset
        ).checked
    }

    /// The year of the Gregorian calendar; nil where it is none that a certificate could have.
    private static func year(_ number: (value: Int, digits: Int)) -> Int? {
        switch (number.digits, number.value) {
        // As in UTCTime (RFC 5280, 4.1.2.5.1) and in Windows.
        case (2, 0..<50): 2_000 + number.value
        case (2, 50...): 1_900 + number.value
        // Thailand counts from 543 BC. No certificate is valid that long; a year of Islam's calendar is no year here.
        case (4, 2_493...2_643): number.value - 543
        case (4, 1_900...): number.value
        default: nil
        }
    }
}

/// The order in which a culture writes day, month and year as numbers.
///
/// The fourth one, year, day and month, is no culture's of Windows.
package enum DateOrder: Sendable, Hashable, CaseIterable {
    /// As in most of the world.
    case dayMonthYear
    /// As in the United States and in .NET's invariant culture.
    case monthDayYear
    /// As in East Asia, Sweden, Canada and ISO 8601.
    case yearMonthDay
}

/// The words that stand in dates, in the languages of Windows; of months only the English names, since no culture's
/// short date has others by default.
enum DateWords {
    /// Before noon.
    static let morning: Set = [
        "am", "上午", "午前", "오전", "ص", "قظ", "πμ", "sa", "pd", "पूर्वाह्न", "vm", "fm", "de", "дп",
    ]

    /// After noon.
    static let evening: Set = [
        "pm", "下午", "午後", "오후", "م", "بظ", "μμ", "ch", "md", "अपराह्न", "nm", "em", "du", "пп",
    ]

    /// Words without a meaning of their own: year, day, o'clock.
    static let silent: Set = [
        "г", "год", "р", "at", "t", "kl", "klo", "uhr", "um", "年", "月", "日", "년", "월", "일", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
        "sat", "sun",
    ]

    /// Greenwich.
    static let greenwich: Set = ["z", "utc", "gmt"]

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// The number of an English month, also in three letters.
    static func month(_ word: String) -> Int? {
        months.firstIndex { $0 == word || $0.prefix(3) == word || (word == "sept" && $0 == "september") }
            .map { $0 + 1 }
    }
}
