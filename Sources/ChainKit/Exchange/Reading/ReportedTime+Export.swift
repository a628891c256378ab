import ExchangeExports

extension ReportedTime {
    /// Nil where the export does not say.
    init?(_ value: ExportedValue) {
        switch value {
        case .time(let time): self.init(time)
        case .object(let object):
            guard let content = object.content, let time = ReportedTime(content) else { return nil }
            self = time
        default: return nil
        }
    }

    /// Takes a date of a text format, with all that it may mean.
    init(_ date: ReportedDate) {
        let readings = date.readings.map { ReportedTime($0) }
        self.init(
            text: date.text,
            readings: readings.flatMap(\.readings),
            hasZone: !readings.isEmpty && readings.allSatisfy(\.hasZone)
        )
    }

    private init(_ time: ExportedTime) {
        let local = Instant(
            year: time.year,
            month: time.month,
            day: time.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second
        )
        let instant = local.map { Instant(seconds: $0.seconds - Int64(time.offset ?? 0)) }
        self.init(
            text: local?.rfc3339 ?? "no date",
            readings: instant.map { [$0] } ?? [],
            hasZone: time.offset != nil
        )
    }
}
