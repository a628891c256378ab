// Whether mail to Exchange Online goes by a Send connector.
extension HybridMailFlow {
    /// Which connector takes all of a connector's mail: the one with the same address space at a lower cost.
    ///
    /// Exchange adds the cost of site links, so that two connectors are compared only where the same servers send by
    /// both. Of two that cost the same nothing is concluded, and a scoped connector is not there for every server.
    func takenBefore(_ connector: SendConnector) -> String? {
        guard let spaces = connector.addressSpaces.value, !spaces.isEmpty,
            connector.sourceTransportServers.value != nil
        else { return nil }
        let rivals = rivals(of: connector)
        let takers = spaces.map { text -> SendConnector? in
            guard let space = AddressSpace(text) else { return nil }
            return rivals.first { rival in
                (rival.addressSpaces.value ?? []).compactMap { AddressSpace($0) }.contains {
                    $0.kind == space.kind && $0.domain == space.domain && $0.cost < space.cost
                }
            }
        }
        let names = Set(takers.compactMap { $0?.name }).sorted()
        guard !names.isEmpty, !takers.contains(where: { $0 == nil }) else { return nil }
        return """
            \(Evidence.list(names.map { "\"\($0)\"" })) \(names.count == 1 ? "has" : "have") the same address space at \
            a lower cost, and so \(names.count == 1 ? "takes" : "take") its mail
            """
    }
}

/// An address space of a Send connector: `smtp:contoso.mail.onmicrosoft.com;1`.
struct AddressSpace: Sendable, Hashable {
    /// `smtp` where the text names none.
    let kind: String
    /// The domain in lower case; `*` for every one, `--` for all of the organization's.
    let domain: String
    /// 1 to 100; 1 where the text names none.
    let cost: Int

    /// Nil for text with a cost that is no number.
    init?(_ text: String) {
        let parts = text.lowercased().split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = parts.first else { return nil }
        if parts.count == 2 {
            guard let number = Int(String(parts[1]).trimmed) else { return nil }
            cost = number
        } else {
            cost = 1
        }
        let words = address.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        kind = words.count == 2 ? String(words[0]).trimmed : "smtp"
        domain = String(words[words.count - 1]).trimmed
    }
}
