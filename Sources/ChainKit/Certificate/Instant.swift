import Octets

/// A point in time, UTC, to the nanosecond.
public struct Instant: Sendable, Hashable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let seconds: Int64
    /// Nanoseconds after `seconds`, 0 to 999,999,999.
    public let nanoseconds: UInt32

    /// Makes an instant from seconds since 1970; `nanoseconds` must be below a thousand million.
    public init(seconds: Int64, nanoseconds: UInt32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Makes an instant from a calendar date in the proleptic Gregorian calendar, nil for one that does not exist.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (0...9999).contains(year),
            CivilCalendar.exists(month: month, day: day, hour: hour, minute: minute, second: second, in: year)
        else { return nil }
        let days = CivilCalendar.dayNumber(year: year, month: month, day: day)
        self.init(seconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second))
    }

    /// Earlier is less.
    public static func < (one: Self, other: Self) -> Bool {
        (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
    }

    /// The instant without its fraction of a second.
    ///
    /// What is valid until 12:00:00 is valid to the end of that second: a certificate's times have no fractions
    /// (RFC 5280, 4.1.2.5), so the time of a check must not have one either.
    public var wholeSecond: Instant { Instant(seconds: seconds) }

    /// The instant so many whole days later.
    public func adding(days: Int) -> Instant {
        Instant(seconds: seconds + Int64(days) * 86_400, nanoseconds: nanoseconds)
    }

    /// Whole days from here to `other`, rounded towards the past: -1 for any part of the day before.
    public func days(until other: Instant) -> Int {
        let difference = other.seconds - seconds - (other.nanoseconds < nanoseconds ? 1 : 0)
        return Int((Double(difference) / 86_400).rounded(.down))
    }

    /// Year, month, day and time of day.
    var calendar: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let (dayNumber, secondOfDay) = CivilCalendar.floorDivide(Int(seconds), 86_400)
        let date = CivilCalendar.date(ofDay: dayNumber)
        return (
            date.year, date.month, date.day, secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60
        )
    }
}

/// One end of a certificate's validity: an instant, or text that is none.
public enum ValidityTime: Sendable, Hashable {
    case instant(Instant)
    case malformed(reason: String)

    /// The instant, nil where the certificate's text was malformed.
    public var instant: Instant? {
        if case .instant(let instant) = self { instant } else { nil }
    }

    /// Reads UTCTime or GeneralizedTime as RFC 5280, 4.1.2.5 demands it: seconds present, `Z`, no fraction.
    ///
    /// GeneralizedTime for a year before 2050 departs from 4.1.2.5 but its meaning is clear: it is accepted.
    init(isUTCTime: Bool, text: UnsafeBufferPointer<UInt8>) {
        let yearDigits = isUTCTime ? 2 : 4
        guard !text.isEmpty else {
            self = .malformed(reason: "there is no time")
            return
        }
        guard text.count == yearDigits + 11 else {
            let expected = isUTCTime ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ"
            self = .malformed(reason: "\(text.count) characters where \(expected) is due")
            return
        }
        guard text[text.count - 1] == UInt8(ascii: "Z") else {
            self = .malformed(reason: "the time does not end in Z")
            return
        }
        var fields = [0, 0, 0, 0, 0, 0]
        for (position, character) in text.dropLast().enumerated() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else {
                self = .malformed(reason: "the time holds something other than digits")
                return
            }
            let field = position < yearDigits ? 0 : (position - yearDigits) / 2 + 1
            fields[field] = fields[field] * 10 + Int(character - UInt8(ascii: "0"))
        }
        let year = isUTCTime ? (fields[0] < 50 ? 2000 : 1900) + fields[0] : fields[0]
        guard
            let instant = Instant(
                year: year,
                month: fields[1],
                day: fields[2],
                hour: fields[3],
                minute: fields[4],
                second: fields[5]
            )
        else {
            self = .malformed(reason: "there is no such date or time of day")
            return
        }
        self = .instant(instant)
    }

    init(malformed reason: String) { self = .malformed(reason: reason) }
}

extension Instant: CustomStringConvertible {
    /// ``rfc3339``.
    public var description: String { rfc3339 }
}

extension Instant {
    /// Makes an instant from what `Date` calls `timeIntervalSince1970`; nil where that is no number or beyond the year 9999.
    ///
    /// This library does not import Foundation, so that its users need not link it.
    public init?(timeIntervalSince1970 interval: Double) {
        guard interval.isFinite, abs(interval) < 253_402_300_800 else { return nil }
        let whole = interval.rounded(.down)
        self.init(
            seconds: Int64(whole),
            nanoseconds: UInt32(min((interval - whole) * 1_000_000_000, 999_999_999))
        )
    }
}
