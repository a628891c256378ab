import ChainKit

/// A range of IPv4 or IPv6 addresses, both ends included.
struct AddressRange: Sendable, Hashable {
    let first: IPAddress
    let last: IPAddress

    /// Reads what RemoteIPRanges holds: `10.0.0.1`, `10.0.0.0/8`, `10.0.0.0-10.0.0.255`; nil for anything else.
    init?(_ text: String) {
        if let dash = text.firstIndex(of: "-") {
            guard let first = IPAddress(text[..<dash].trimmed),
                let last = IPAddress(text[text.index(after: dash)...].trimmed),
                first.octets.count == last.octets.count,
                !last.octets.lexicographicallyPrecedes(first.octets)
            else { return nil }
            (self.first, self.last) = (first, last)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0].trimmed), parts.count <= 2 else { return nil }
        let bits = address.octets.count * 8
        var prefix = bits
        if parts.count == 2 {
            // Older exports write the mask of an IPv4 network out.
            guard let length = Int(parts[1]) ?? Self.prefix(ofMask: String(parts[1])),
                (0...bits).contains(length)
            else { return nil }
            prefix = length
        }
        var (low, high) = (address.octets, address.octets)
        for index in low.indices {
            let kept = min(max(prefix - index * 8, 0), 8)
            let hostBits = UInt8(truncatingIfNeeded: 0xff >> kept)
            low[index] &= ~hostBits
            high[index] |= hostBits
        }
        guard let first = IPAddress(octets: low), let last = IPAddress(octets: high) else { return nil }
        (self.first, self.last) = (first, last)
    }

    private init(_ first: IPAddress, _ last: IPAddress) {
        (self.first, self.last) = (first, last)
    }

    /// Whether every address of another range lies in this one.
    func contains(_ other: Self) -> Bool {
        first.octets.count == other.first.octets.count
            && !other.first.octets.lexicographicallyPrecedes(first.octets)
            && !last.octets.lexicographicallyPrecedes(other.last.octets)
    }

    /// The addresses that lie in both, nil where there are none.
    func intersection(_ other: Self) -> Self? {
        guard first.octets.count == other.first.octets.count else { return nil }
        let low = first.octets.lexicographicallyPrecedes(other.first.octets) ? other.first : first
        let high = last.octets.lexicographicallyPrecedes(other.last.octets) ? last : other.last
        return high.octets.lexicographicallyPrecedes(low.octets) ? nil : Self(low, high)
    }

    /// Whether it holds fewer addresses than another one, so that Exchange takes it for more specific.
    func isNarrower(than other: Self) -> Bool {
        distance.lexicographicallyPrecedes(other.distance)
    }

    /// The last address less the first, octet by octet.
    private var distance: [UInt8] {
        var borrow = 0
        var octets: [UInt8] = []
        for (high, low) in zip(last.octets, first.octets).reversed() {
            let difference = Int(high) - Int(low) - borrow
            borrow = difference < 0 ? 1 : 0
            octets.append(UInt8(truncatingIfNeeded: difference))
        }
        return octets.reversed()
    }

    private static func prefix(ofMask text: String) -> Int? {
        guard let mask = IPAddress(text), mask.octets.count == 4 else { return nil }
        let bits = mask.octets.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let length = (~bits).leadingZeroBitCount
        return bits == (length == 0 ? 0 : ~UInt32(0) << (32 - length)) ? length : nil
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(self).trimmed }
}

/// The addresses that Exchange Online's mail servers send from.
enum ServiceAddresses {
    /// The networks of the worldwide service, as Microsoft published them until November 2026.
    ///
    /// Source: Office 365 URLs and IP address ranges, Exchange Online, ids 9 and 10.
    static let worldwide: [AddressRange] = [
        "40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/14", "52.238.78.88/32", "104.47.0.0/17",
        "2a01:111:f400::/48", "2a01:111:f403::/48",
    ].compactMap { AddressRange($0) }

    /// Networks that are never met on the Internet (RFC 6890): no cloud of Microsoft sends from them.
    private static let notOnTheInternet: [AddressRange] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.168.0.0/16", "::1/128", "fc00::/7", "fe80::/10",
    ].compactMap { AddressRange($0) }

    /// Whether mail of Exchange Online may come from a range.
    ///
    /// `isWorldwide` is false for a tenant of a sovereign cloud, whose networks are not listed here.
    static func meet(_ range: AddressRange, isWorldwide: Bool) -> Bool {
        if isWorldwide { return worldwide.contains { $0.intersection(range) != nil } }
        return !notOnTheInternet.contains { $0.contains(range) }
    }
}
