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
