#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Searches in octets with the C library's vectorised search for one octet.
///
/// `memmem` would do the whole, but Glibc shows it to Swift only under a feature macro.
package enum OctetSearch {
    /// Where `pattern` next begins in `octets` at or after `start` and wholly before `end`.
    package static func first(
        _ pattern: StaticString,
        in octets: [UInt8],
        from start: Int,
        to end: Int? = nil
    )
        -> Int?
    {
        let count = pattern.utf8CodeUnitCount
        let last = (end ?? octets.count) - count
        return octets.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return nil }
            var position = start
            while position <= last,
                let found = memchr(base + position, Int32(pattern.utf8Start.pointee), last - position + 1)
            {
                if memcmp(found, pattern.utf8Start, count) == 0 { return UnsafeRawPointer(found) - base }
                position = UnsafeRawPointer(found) - base + 1
            }
            return nil
        }
    }

    /// Whether `pattern` stands at `position`.
    package static func matches(_ pattern: StaticString, in octets: [UInt8], at position: Int) -> Bool {
        octets.withUnsafeBufferPointer { matches(pattern, in: $0, at: position) }
    }

    package static func matches(
        _ pattern: StaticString,
        in octets: UnsafeBufferPointer<UInt8>,
        at position: Int
    )
        -> Bool
    {
        let count = pattern.utf8CodeUnitCount
        guard position >= 0, count <= octets.count - position, let base = octets.baseAddress else {
            return false
        }
        return memcmp(base + position, pattern.utf8Start, count) == 0
    }

    /// Where `octet` next stands at or after `start`, before `end`.
    package static func first(_ octet: UInt8, in octets: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return octets.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, let found = memchr(base + start, Int32(octet), end - start)
            else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Whether the octets are the same; `==` of arrays compares one at a time.
    package static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        other.withUnsafeBufferPointer { areSame(one, $0) }
    }

    package static func areSame(_ one: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        one.withUnsafeBufferPointer { areSame($0, other) }
    }

    package static func areSame(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        guard one.count == other.count else { return false }
        guard let first = one.baseAddress, let second = other.baseAddress else { return true }
        return memcmp(first, second, other.count) == 0
    }
}
