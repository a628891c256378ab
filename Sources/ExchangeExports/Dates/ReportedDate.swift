/// A date and time of day as `Format-List`, `Format-Table` and `Export-Csv` write them: in the culture of whoever ran
/// the command, without saying which, in the local time of that machine.
///
/// So `12/02/2018` is two dates. What a text alone leaves open, the other dates of a file may settle.
package struct ReportedDate: Sendable, Hashable {
    /// The text as exported.
    package let text: String
    private let readingsByOrder: [DateOrder: ExportedTime]

    /// Reads a text; nil where it is no date in any culture that is known here.
    package init?(_ text: String) {
        guard let parts = DateParts(text) else { return nil }
        self.text = text
        readingsByOrder = parts.readings
        if readingsByOrder.isEmpty { return nil }
    }

    private init(text: String, readings: [DateOrder: ExportedTime]) {
        self.text = text
        readingsByOrder = readings
    }

    /// What the text may mean: each time once, the earliest first.
    package var readings: [ExportedTime] {
        Set(readingsByOrder.values).sorted { $0.isBefore($1) }
    }

    /// What the text means; nil where it may mean several times.
    package var time: ExportedTime? { readings.count == 1 ? readings.first : nil }

    /// Whether the text may mean several times.
    package var isAmbiguous: Bool { readings.count > 1 }

    /// The orders in which the text is a date.
    package var orders: Set<DateOrder> { Set(readingsByOrder.keys) }

    /// The time that the text means in an order.
    package func time(in order: DateOrder) -> ExportedTime? { readingsByOrder[order] }

    /// The date where only some orders are left; unchanged where it is a date in none of them.
    package func keeping(_ orders: Set<DateOrder>) -> ReportedDate {
        let kept = readingsByOrder.filter { orders.contains($0.key) }
        return kept.isEmpty ? self : ReportedDate(text: text, readings: kept)
    }

    /// The dates of one file, which one culture wrote: what settles one of them settles all.
    ///
    /// In the order of the texts, nil for what is no date. Where no order fits all dates, as in a file that several
    /// machines wrote to, each stays as it is.
    package static func settle(_ texts: [String]) -> [ReportedDate?] {
        let dates = texts.map { ReportedDate($0) }
        let orders = commonOrders(of: dates)
        return dates.map { $0?.keeping(orders) }
    }

    /// The orders in which all dates are dates.
    static func commonOrders(of dates: some Sequence<ReportedDate?>) -> Set<DateOrder> {
        dates.reduce(into: Set(DateOrder.allCases)) { orders, date in
            if let date { orders.formIntersection(date.orders) }
        }
    }
}

extension ExportedTime {
    /// Whether a time of the same clock comes before another; zones are not looked at.
    func isBefore(_ other: ExportedTime) -> Bool {
        [year, month, day, hour, minute, second].lexicographicallyPrecedes(
            [other.year, other.month, other.day, other.hour, other.minute, other.second]
        )
    }
}

/// A certificate's validity as reported: two dates of one culture, of which the first does not come after the second.
package struct ReportedPeriod: Sendable, Hashable {
    /// `NotBefore`, nil where there is none or it is no date.
    package let notBefore: ReportedDate?
    /// `NotAfter`, likewise.
    package let notAfter: ReportedDate?

    /// Narrows two dates by one another.
    package init(notBefore: ReportedDate?, notAfter: ReportedDate?) {
        let orders = Self.orders(notBefore, notAfter)
        self.notBefore = notBefore?.keeping(orders)
        self.notAfter = notAfter?.keeping(orders)
    }

    /// Reads the two dates of a record.
    package init(notBefore: String?, notAfter: String?) {
        self.init(
            notBefore: notBefore.flatMap { ReportedDate($0) },
            notAfter: notAfter.flatMap { ReportedDate($0) }
        )
    }

    /// The periods of one file, which one culture wrote: what settles one date of them settles all.
    package static func settle(_ periods: [ReportedPeriod]) -> [ReportedPeriod] {
        let orders = ReportedDate.commonOrders(of: periods.flatMap { [$0.notBefore, $0.notAfter] })
        guard !orders.isEmpty else { return periods }
        return periods.map {
            ReportedPeriod(notBefore: $0.notBefore?.keeping(orders), notAfter: $0.notAfter?.keeping(orders))
        }
    }

    /// The orders in which both are dates and stand the right way round; any where there is no such order.
    private static func orders(_ notBefore: ReportedDate?, _ notAfter: ReportedDate?) -> Set<DateOrder> {
        let common = ReportedDate.commonOrders(of: [notBefore, notAfter])
        let forward = common.filter { order in
            guard let first = notBefore?.time(in: order), let last = notAfter?.time(in: order) else {
                return true
            }
            return !last.isBefore(first)
        }
        return forward.isEmpty ? common : forward
    }
}
