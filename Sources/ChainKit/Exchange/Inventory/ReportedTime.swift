/// An end of validity as an export without the certificate's octets reports it: in the server's culture and zone.
public struct ReportedTime: Sendable, Hashable {
    /// The text as exported.
    public let text: String
    /// Every instant that the text may stand for, in ascending order, the zone taken as UTC; empty where it is no date.
    public let readings: [Instant]
    /// Whether the export names the zone; otherwise each reading may be off by a day's half and more.
    public let hasZone: Bool

    /// Puts the facts together.
    public init(text: String, readings: [Instant], hasZone: Bool) {
        self.text = text
        self.readings = readings.sorted()
        self.hasZone = hasZone
    }

    /// Whether day and month can be told apart in more than one way.
    public var isAmbiguous: Bool { readings.count > 1 }
}
