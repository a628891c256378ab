/// Tells by its first octets whether a file is a report that this program wrote.
///
/// A report that lies among what is read may be written anew. Nothing else there may: it could be a certificate.
package enum EarlierReport {
    /// Octets that are looked at.
    package static let octets = 512

    /// How each kind of report begins.
    private static let beginnings: [[UInt8]] = [
        Array("chaincheck ".utf8),
        // What `audit --quiet` writes.
        Array("BIND ".utf8),
        Array("No usable certificate".utf8),
        Array("INVENTORY".utf8),
        Array("INCOMPLETE ".utf8),
        Array("SIGNATURES NOT CHECKED".utf8),
        Array(CSVReport.columns.prefix(3).joined(separator: ",").utf8),
        Array(ExchangeCSV.columns.prefix(3).joined(separator: ",").utf8),
        // A byte order mark goes before it.
        Array("\u{feff}\(RemedyScript.firstWords)".utf8),
    ]

    /// What stands somewhere in the first octets of JSON and calendars.
    private static let marks: [(beginning: String, mark: String)] = [
        ("{\"schemaVersion\":", "\"tool\":{\"name\":\"chaincheck\""),
        ("{\"type\":\"begin\",\"schemaVersion\":", "\"tool\":{\"name\":\"chaincheck\""),
        // An answer to a line has no room for the tool's name.
        ("{\"type\":\"certificate\",\"schemaVersion\":", ""),
        ("{\"type\":\"error\",\"schemaVersion\":", ""),
        ("BEGIN:VCALENDAR\r\n", "PRODID:-//chaincheck//"),
    ]

    /// Whether a file that begins like this is a report.
    package static func isOne(_ beginning: [UInt8]) -> Bool {
        let first = Array(beginning.prefix(octets))
        if beginnings.contains(where: { first.starts(with: $0) }) { return true }
        return marks.contains { mark in
            first.starts(with: Array(mark.beginning.utf8)) && contains(Array(mark.mark.utf8), in: first)
        }
    }

    private static func contains(_ mark: [UInt8], in octets: [UInt8]) -> Bool {
        guard mark.count <= octets.count else { return false }
        return (0...(octets.count - mark.count)).contains { octets[$0...].starts(with: mark) }
    }
}
