/// Windows' FILETIME: 8 octets, little endian, in units of 100 ns since 1601-01-01T00:00:00Z.
enum FileTime {
    private static let unitsPerSecond: UInt64 = 10_000_000
    /// Seconds from 1601-01-01 to 1970-01-01.
    private static let epochOffset: Int64 = 11_644_473_600

    /// Reads little endian octets, nil for any number of them but 8.
    static func instant(littleEndian octets: some BidirectionalCollection<UInt8>) -> Instant? {
        octets.count == 8 ? instant(units: octets.reversed().reduce(0) { $0 << 8 | UInt64($1) }) : nil
    }

    /// Reads big endian octets, nil for any number of them but 8.
    static func instant(bigEndian octets: some Collection<UInt8>) -> Instant? {
        octets.count == 8 ? instant(units: octets.reduce(0) { $0 << 8 | UInt64($1) }) : nil
    }

    private static func instant(units: UInt64) -> Instant {
        Instant(
            seconds: Int64(units / unitsPerSecond) - epochOffset,
            nanoseconds: UInt32(units % unitsPerSecond) * 100
        )
    }
}
