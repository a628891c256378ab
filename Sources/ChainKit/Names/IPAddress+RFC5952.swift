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
