/// A date and time of day as exported.
package struct ExportedTime: Sendable, Hashable {
    /// Year, four digits.
    package let year: Int
    /// Month, 1 to 12.
    package let month: Int
    /// Day, 1 to 31.
    package let day: Int
    /// Hour, 0 to 23.
    package let hour: Int
    /// Minute, 0 to 59.
    package let minute: Int
    /// Second, 0 to 59.
    package let second: Int
    /// Seconds east of Greenwich, nil where the export does not say: the server's local time.
    package let offset: Int?

    /// Puts a time together; whether the date exists is not checked.
    package init(
        year: Int,
        month: Int,
        day: Int,
        hour: Int = 0,
        minute: Int = 0,
        second: Int = 0,
        offset: Int? = nil
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }
}
