import ChainKit

/// An address and port that a Receive connector listens on, as Bindings holds it: `0.0.0.0:25`, `[::]:25`.
struct ListeningAddress: Sendable, Hashable {
    let address: IPAddress
    let port: Int

    /// Nil for text that names no address and port.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard let address = IPAddress(String(host)) else { return nil }
        self.address = address
        self.port = port
    }

    /// Whether only the server itself can connect to it.
    var isLoopback: Bool {
        address.octets.count == 4
            ? address.octets[0] == 127 : address.octets == Array(repeating: 0, count: 15) + [1]
    }

    /// Whether it stands for every address of its family.
    var isAny: Bool { address.octets.allSatisfy { $0 == 0 } }

    /// Whether a connection to another listening address reaches this one as well.
    func covers(_ other: Self) -> Bool {
        self == other
            || isAny && port == other.port && address.octets.count == other.address.octets.count
    }
}

extension ReceiveConnector {
    /// Where it listens, nil where the export does not say all of it.
    var listeningAddresses: [ListeningAddress]? {
        guard let bindings = bindings.value else { return nil }
        let addresses = bindings.compactMap { ListeningAddress($0) }
        return addresses.count == bindings.count ? addresses : nil
    }

    /// Where other mail servers can reach it: port 25 on an address that is not the server's own loopback.
    var mailAddresses: [ListeningAddress]? {
        listeningAddresses.map { addresses in addresses.filter { $0.port == 25 && !$0.isLoopback } }
    }

    /// The remote addresses that it takes, nil where the export does not say all of them.
    var remoteRanges: [AddressRange]? {
        guard let texts = remoteIPRanges.value else { return nil }
        let ranges = texts.compactMap { AddressRange($0) }
        return ranges.count == texts.count ? ranges : nil
    }
}
