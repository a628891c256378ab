/// An IPv4 or IPv6 address.
public struct IPAddress: Sendable, Hashable {
    /// 4 or 16 octets.
    public let octets: [UInt8]

    /// Takes 4 or 16 octets, nil for any other number.
    public init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// Reads `192.0.2.1` or `2001:db8::1`; nil for anything else, forms with a zone or a port among it.
    public init?(_ text: String) {
        guard let octets = text.contains(":") ? Self.version6(text) : Self.version4(text) else { return nil }
        self.octets = octets
    }

    /// The usual text; IPv6 without the shortening of zeros, so that it is unambiguous to read.
    public var text: String {
        guard octets.count == 16 else { return octets.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2)
            .map { String(UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }

    private static func version4(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let octets = parts.compactMap { part -> UInt8? in
            guard part.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), part.count <= 3,
                part.count == 1 || part.first != "0"
            else { return nil }
            return UInt8(part)
        }
        return octets.count == 4 ? octets : nil
    }

    private static func version6(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        var groups: [[UInt8]] = []
        for half in halves {
            var octets: [UInt8] = []
            let parts = half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index == parts.count - 1, part.contains("."), let tail = version4(part) {
                    octets += tail
                } else {
                    guard (1...4).contains(part.utf8.count), !part.hasPrefix("+"),
                        let group = UInt16(part, radix: 16)
                    else { return nil }
                    octets += [UInt8(group >> 8), UInt8(group & 0xff)]
                }
            }
            groups.append(octets)
        }
        let count = groups.reduce(0) { $0 + $1.count }
        if groups.count == 1 { return count == 16 ? groups[0] : nil }
        guard count <= 14 else { return nil }
        return groups[0] + Array(repeating: 0, count: 16 - count) + groups[1]
    }
}

extension IPAddress {
    /// The one text that RFC 5952, 4 allows for an IPv6 address, and RFC 3986, 3.2.2 for an IPv4 address.
    var canonicalText: String {
        guard octets.count == 16 else { return text }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
        guard let zeros = Self.longestZeros(in: groups) else { return Self.joined(groups[...]) }
        return Self.joined(groups[..<zeros.lowerBound]) + "::" + Self.joined(groups[zeros.upperBound...])
    }

    /// The first of the longest runs of two zero groups or more (RFC 5952, 4.2.2 and 4.2.3).
    private static func longestZeros(in groups: [UInt16]) -> Range<Int>? {
        var longest = 0..<1
        var start = 0
        for (position, group) in groups.enumerated() {
            if group != 0 {
                start = position + 1
            } else if position + 1 - start > longest.count {
                longest = start..<(position + 1)
            }
        }
        return longest.count > 1 ? longest : nil
    }

    private static func joined(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
