@testable import ChainKit

enum TimeTarget {
    static func run(_ octets: [UInt8]) {
        if let instant = Instant(rfc3339: String(decoding: octets, as: UTF8.self)) {
            require(instant.nanoseconds < 1_000_000_000, "\(instant.nanoseconds) nanoseconds")
            require(
                Instant(rfc3339: instant.rfc3339) == instant,
                "\(instant.rfc3339) does not read as itself"
            )
        }
        octets.withUnsafeBufferPointer { text in
            for isUTCTime in [true, false] {
                let instant = ValidityTime(isUTCTime: isUTCTime, text: text).instant
                if let instant { require(Instant(rfc3339: instant.rfc3339) == instant, instant.rfc3339) }
            }
        }
        if let instant = FileTime.instant(littleEndian: octets) {
            _ = instant.rfc3339
            _ = instant.days(until: Instant(seconds: 0))
            _ = Instant(seconds: 0).days(until: instant)
        }
    }
}
