import ChainKit

/// A time axis of so many columns, and bars on it, in plain ASCII.
struct TimelineChart: Sendable {
    /// A letter on a bar.
    struct Mark: Sendable, Hashable {
        let time: Instant
        let letter: Character
    }

    private let start: Instant
    private let end: Instant
    private let columns: Int

    /// An axis from one instant to a later one.
    init(from start: Instant, to end: Instant, columns: Int) {
        self.start = start
        self.end = end
        self.columns = max(columns, Self.fewest)
    }

    /// Fewer columns show nothing.
    static let fewest = 10
    private static let dateColumns = 10

    /// The days at the ends, and in the middle where there is room.
    var dates: String {
        var line = [Character](repeating: " ", count: columns)
        place(start.date, at: 0, on: &line)
        if columns >= 2 * Self.dateColumns + 2 { place(end.date, at: columns - Self.dateColumns, on: &line) }
        if columns >= 4 * Self.dateColumns {
            let middle = (columns - Self.dateColumns) / 2
            place(instant(at: middle).date, at: middle, on: &line)
        }
        return String(line)
    }

    /// The axis itself, with a stroke above each day's first column.
    var axis: String {
        var line = [Character](repeating: "-", count: columns)
        line[0] = "|"
        if columns >= 2 * Self.dateColumns + 2 { line[columns - Self.dateColumns] = "|" }
        if columns >= 4 * Self.dateColumns { line[(columns - Self.dateColumns) / 2] = "|" }
        return String(line)
    }

    /// A bar: `=` where the times hold, `.` where they do not, `>` where they go on beyond the axis.
    func bar(_ periods: [(from: Instant, until: Instant?)], filled: Character = "=", marks: [Mark] = [])
        -> String
    {
        var line = (0..<columns).map { column -> Character in
            let (first, next) = (instant(at: column), instant(at: column + 1))
            // A column counts as held where any part of it is.
            let isHeld = periods.contains { $0.from < next && ($0.until.map { $0 > first } ?? true) }
            return isHeld ? filled : "."
        }
        if let last = periods.last, last.until.map({ $0 > end }) ?? true, last.from < end {
            line[columns - 1] = ">"
        }
        for mark in marks {
            guard let column = column(of: mark.time) else { continue }
            line[column] = mark.letter
        }
        return String(line)
    }

    /// Texts from their instants on, each behind a stroke; what the next would overwrite is cut.
    func line(_ texts: [(from: Instant, text: String)]) -> String {
        var line = [Character](repeating: " ", count: columns)
        for (from, text) in texts {
            let column = from <= start ? 0 : self.column(of: from) ?? columns
            for position in min(column, columns)..<columns { line[position] = " " }
            place("|" + text, at: column, on: &line)
        }
        return String(line)
    }

    private func place(_ text: String, at column: Int, on line: inout [Character]) {
        for (offset, character) in text.enumerated() where column + offset < columns {
            line[column + offset] = character
        }
    }

    private func instant(at column: Int) -> Instant {
        Instant(seconds: start.seconds + (end.seconds - start.seconds) * Int64(column) / Int64(columns))
    }

    /// The column of an instant on the axis, nil for one before or behind it.
    private func column(of instant: Instant) -> Int? {
        guard start <= instant, instant < end, end > start else { return nil }
        let column = (instant.seconds - start.seconds) * Int64(columns) / (end.seconds - start.seconds)
        return min(Int(column), columns - 1)
    }
}
