import ChainKit

/// Writes what is to be done as an iCalendar file (RFC 5545): an event of a whole day for each thing.
///
/// An event's UID is made of what it is about and never of its day, so that a later file moves the event instead of adding
/// a second one; DTSTAMP and SEQUENCE grow with the instant of the report, so that calendars take the later one.
package struct TimelineCalendarFile: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    package init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The file.
    package func document(_ report: TimelineReport) -> [UInt8] {
        let events = report.timeline.tasks.flatMap { event($0, in: report) }
        let lines =
            [
                ContentLine("BEGIN", "VCALENDAR"),
                ContentLine("VERSION", "2.0"),
                ContentLine("PRODID", text: "-//chaincheck//chaincheck \(toolVersion)//EN"),
                ContentLine("CALSCALE", "GREGORIAN"),
                ContentLine("METHOD", "PUBLISH"),
                // RFC 7986, 5.1, and what calendars read that are older than it.
                ContentLine("NAME", text: PrintableText.escape(report.calendarName)),
                ContentLine("X-WR-CALNAME", text: PrintableText.escape(report.calendarName)),
            ] + Self.description(report.timeline) + events + [ContentLine("END", "VCALENDAR")]
        return lines.flatMap(\.octets)
    }

    /// What the calendar lacks (RFC 7986, 5.2); an event says so, too.
    private static func description(_ timeline: Timeline) -> [ContentLine] {
        guard let leftOut = timeline.leftOut else { return [] }
        return [
            ContentLine("DESCRIPTION", text: "Not complete: \(leftOut.words)."),
            ContentLine("X-WR-CALDESC", text: "Not complete: \(leftOut.words)."),
        ]
    }

    /// Alarms at eight in the morning: on the day of the event, and on the day before the thing is due.
    private func alarms(_ task: TimelineTask, on day: Instant) -> [ContentLine] {
        let daysLeft = day.startOfDay.days(until: task.due) - 1
        return ([0] + (daysLeft > 0 ? [daysLeft] : [])).flatMap { days in
            [
                ContentLine("BEGIN", "VALARM"),
                ContentLine("ACTION", "DISPLAY"),
                ContentLine("TRIGGER", days == 0 ? "PT8H" : "P\(days)DT8H"),
                ContentLine("DESCRIPTION", text: PrintableText.escape(task.summary)),
                ContentLine("END", "VALARM"),
            ]
        }
    }

    private func event(_ task: TimelineTask, in report: TimelineReport) -> [ContentLine] {
        let day = report.beginning(of: task)
        let made = report.timeline.start
        let due = "Due on \(task.due.date)."
        let details = (task.details + [due]).map { PrintableText.escape($0) }
        return [
            ContentLine("BEGIN", "VEVENT"),
            ContentLine("UID", text: task.identifier),
            ContentLine("DTSTAMP", Self.time(made)),
            // Minutes, which stay within the 32 bits of an INTEGER.
            ContentLine("SEQUENCE", String(max(0, made.seconds / 60))),
            ContentLine("DTSTART;VALUE=DATE", Self.date(day)),
            ContentLine("DTEND;VALUE=DATE", Self.date(day.adding(days: 1))),
            ContentLine("SUMMARY", text: PrintableText.escape(task.summary)),
            ContentLine("DESCRIPTION", text: details.joined(separator: "\n")),
            ContentLine("CATEGORIES", text: task.kind.rawValue),
            ContentLine("TRANSP", "TRANSPARENT"),
        ] + alarms(task, on: day) + [ContentLine("END", "VEVENT")]
    }

    private static func date(_ instant: Instant) -> String { instant.date.filter { $0 != "-" } }

    private static func time(_ instant: Instant) -> String {
        Instant(seconds: instant.seconds).rfc3339.filter { $0 != "-" && $0 != ":" }
    }
}

/// One property of an iCalendar object as it is written (RFC 5545, 3.1).
struct ContentLine {
    private let text: String

    /// A property whose value is ours and holds nothing to escape.
    init(_ name: StaticString, _ value: String) { text = "\(name):\(value)" }

    /// A property of the type TEXT (RFC 5545, 3.3.11).
    init(_ name: StaticString, text value: String) { text = "\(name):\(Self.escape(value))" }

    /// The line with its end, folded so that no part is longer than 75 octets and no character is split.
    var octets: [UInt8] {
        var octets: [UInt8] = []
        var room = Self.longest
        for scalar in text.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if encoded.count > room {
                octets += Self.fold
                // The blank that begins the next part counts.
                room = Self.longest - 1
            }
            octets += encoded
            room -= encoded.count
        }
        return octets + Self.end
    }

    /// Octets of a line without its end.
    private static let longest = 75
    private static let end: [UInt8] = [0x0d, 0x0a]
    private static let fold: [UInt8] = end + [0x20]

    /// Control characters but the line end have no place in TEXT, and go.
    private static func escape(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
