import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// Reads an iCalendar file and takes nothing that RFC 5545 does not allow.
struct StrictCalendar {
    typealias Event = [String: String]

    /// Properties of the calendar itself; parameters stay with the name.
    private(set) var properties: [String: String] = [:]
    /// The properties of each event.
    private(set) var events: [Event] = []
    /// The properties of each alarm, by the place of its event.
    private(set) var alarms: [[Event]] = []

    init(_ octets: [UInt8]) throws {
        var component: [String] = []
        var event: Event = [:]
        var alarm: Event = [:]
        for line in try Self.unfolded(octets) {
            let colon = try #require(line.firstIndex(of: ":"), "no value: \(line)")
            let (name, value) = (String(line[..<colon]), String(line[line.index(after: colon)...]))
            switch name {
            case "BEGIN":
                let allowed = ["VCALENDAR", "VEVENT", "VALARM"]
                try #require(component.count < 3 && value == allowed[component.count])
                component.append(value)
                if value == "VEVENT" {
                    event = [:]
                    alarms.append([])
                } else if value == "VALARM" {
                    alarm = [:]
                }
            case "END":
                try #require(component.popLast() == value)
                if value == "VEVENT" { events.append(event) }
                if value == "VALARM" { alarms[alarms.count - 1].append(alarm) }
            default:
                try #require(!component.isEmpty, "a property outside the calendar: \(line)")
                if component.count == 1 {
                    try #require(properties.updateValue(value, forKey: name) == nil, "\(name) twice")
                } else if component.count == 3 {
                    try #require(alarm.updateValue(value, forKey: name) == nil, "\(name) twice")
                } else {
                    try #require(event.updateValue(value, forKey: name) == nil, "\(name) twice")
                }
            }
        }
        try #require(component.isEmpty, "a component without an end")
        try check()
    }

    private func check() throws {
        try #require(properties["VERSION"] == "2.0")
        try #require(properties["PRODID"]?.isEmpty == false)
        // RFC 5545, 3.6: at least one component.
        try #require(!events.isEmpty)
        try #require(Set(events.map { $0["UID"] }).count == events.count, "a UID twice")
        for alarm in alarms.joined() {
            // RFC 5545, 3.6.6: what an alarm that shows a text must have.
            try #require(alarm["ACTION"] == "DISPLAY")
            try #require(alarm["TRIGGER"]?.wholeMatch(of: /P([0-9]+D)?(T[0-9]+H)?/) != nil)
            try #require(!(try Self.text(alarm["DESCRIPTION"] ?? "")).isEmpty)
        }
        for event in events {
            for name in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"] {
                try #require(event[name]?.isEmpty == false, "no \(name)")
            }
            let stamp = try #require(event["DTSTAMP"])
            try #require(stamp.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z/) != nil)
            for name in ["DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"] {
                let day = try #require(event[name])
                try #require(day.wholeMatch(of: /[0-9]{8}/) != nil)
                let dashed = "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
                try #require(Instant(rfc3339: dashed) != nil, "no such day: \(day)")
            }
            for name in ["SUMMARY", "DESCRIPTION"] { _ = try Self.text(event[name] ?? "") }
        }
    }

    /// Lines without their folds: every line ends in CRLF, has 75 octets at most, and is UTF-8 by itself.
    private static func unfolded(_ octets: [UInt8]) throws -> [String] {
        var lines: [String] = []
        var rest = octets[...]
        while !rest.isEmpty {
            let end = try #require(rest.firstIndex(of: 0x0d), "the last line has no end")
            try #require(rest.indices.contains(end + 1) && rest[end + 1] == 0x0a, "CR without LF")
            let line = rest[..<end]
            try #require(line.count <= 75, "a line of \(line.count) octets")
            try #require(!line.isEmpty && !line.contains(0x0a))
            let text = try #require(String(validating: line, as: UTF8.self), "a character is split")
            if text.unicodeScalars.first == " " {
                try #require(!lines.isEmpty)
                lines[lines.count - 1] += String(text.unicodeScalars.dropFirst())
            } else {
                lines.append(text)
            }
            rest = rest[(end + 2)...]
        }
        return lines
    }

    /// A value of the type TEXT as it was before it was escaped.
    static func text(_ value: String) throws -> String {
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                try #require("\\;,nN".unicodeScalars.contains(scalar), "an escape of \(scalar)")
                text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                try #require(scalar != ";" && scalar != ",", "a bare \(scalar)")
                text.append(scalar)
            }
        }
        try #require(!isEscaped)
        return String(text)
    }
}
