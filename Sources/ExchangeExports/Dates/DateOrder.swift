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
