/// When something happened, as far as an export says: between two instants, themselves included.
struct PossibleTime: Sendable, Hashable {
    let earliest: Instant
    let latest: Instant
    /// The file whose times are in a zone that it does not name, nil where the zone is known.
    let fileWithoutZone: String?

    /// Known to the second.
    init(_ instant: Instant) {
        (earliest, latest, fileWithoutZone) = (instant, instant, nil)
    }

    /// As an export without octets reports it, nil for text that is no date.
    init?(_ reported: ReportedTime, in file: String) {
        guard let first = reported.readings.first, let last = reported.readings.last else { return nil }
        (earliest, latest, fileWithoutZone) = (first, last, reported.hasZone ? nil : file)
    }

    /// Clocks on Earth are at most 14 hours before and 12 hours behind UTC.
    private static let mostBefore: Int64 = 14 * 3_600
    private static let mostBehind: Int64 = 12 * 3_600
    /// Two times of one file are in one zone, but one may be in summer time.
    private static let summerTime: Int64 = 3_600

    /// Whether nothing known speaks against this being no later than the other.
    func mayBeAtOrBefore(_ other: Self) -> Bool {
        if let file = fileWithoutZone, file == other.fileWithoutZone {
            // The same text is the same time; of different ones, summer time may swap two that are an hour apart.
            let slack = self == other ? 0 : Self.summerTime
            return earliest.seconds - slack <= other.latest.seconds
        }
        let start = earliest.seconds - (fileWithoutZone == nil ? 0 : Self.mostBefore)
        let end = other.latest.seconds + (other.fileWithoutZone == nil ? 0 : Self.mostBehind)
        return start <= end
    }
}

extension SelectionCandidate {
    /// The first instant of validity, nil where it is not known.
    var notBefore: PossibleTime? {
        time(installed.certificate?.notBefore, installed.reportedNotBefore)
    }

    /// The last instant of validity, nil where it is not known.
    var notAfter: PossibleTime? {
        time(installed.certificate?.notAfter, installed.reportedNotAfter)
    }

    private func time(_ encoded: ValidityTime?, _ reported: ReportedTime?) -> PossibleTime? {
        if let encoded { return encoded.instant.map { PossibleTime($0) } }
        return reported.flatMap { PossibleTime($0, in: installed.place.path) }
    }
}
