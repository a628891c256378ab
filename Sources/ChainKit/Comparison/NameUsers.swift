/// Connectors of an inventory that look for a certificate by one name.
struct NameUsers {
    /// Who looks for it, in words; empty where nobody does or there is no inventory.
    let all: [String]

    init(of name: String, in inventory: ExchangeInventory?) {
        guard let inventory else {
            all = []
            return
        }
        func isAskedFor(_ setting: Setting<String>) -> Bool { setting.value?.lowercased() == name }
        let here =
            inventory.sendConnectors.map(TransportConnector.send)
            + inventory.receiveConnectors.map(TransportConnector.receive)
        let inbound = inventory.inboundConnectors.filter { isAskedFor($0.tlsSenderCertificateName) }
        let outbound = inventory.outboundConnectors.filter { isAskedFor($0.tlsDomain) }
        all =
            here.filter { isAskedFor($0.fqdn) }.map(\.label)
            + inbound.map { "Exchange Online's inbound connector \"\($0.name)\"" }
            + outbound.map { "Exchange Online's outbound connector \"\($0.name)\"" }
    }
}
