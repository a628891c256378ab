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
