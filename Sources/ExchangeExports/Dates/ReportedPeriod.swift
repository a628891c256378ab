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
