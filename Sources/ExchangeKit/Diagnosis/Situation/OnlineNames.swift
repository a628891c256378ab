import ChainKit

/// The names that Exchange Online's connectors look for in the certificates of an organisation.
///
/// Connectors that are off, for partners, or for another system's certificate ask nothing of this organisation.
struct OnlineNames: Sendable {
    /// Inbound connectors in use for mail from our servers.
    let inbound: [InboundConnector]
    /// Outbound connectors in use for mail to our servers.
    let outbound: [OutboundConnector]
    /// What is accepted, nil where that was not exported.
    let acceptedDomains: AcceptedDomains?

    /// How a certificate's names stand to what is looked for.
    enum Fit: Sendable, Hashable {
        /// Nothing is looked for, or the certificate's names are not known.
        case notAsked
        /// A name matches.
        case fits
        /// The references leave open whether a name matches.
        case undocumented
        /// No name matches.
        case none
        /// The names that match are those of inbound connectors whose name is no accepted domain.
        case notAccepted
    }

    /// Gathers the connectors of an inventory.
    init(_ inventory: ExchangeInventory) {
        acceptedDomains = AcceptedDomains(inventory.acceptedDomains)
        let own = OwnDomains(inventory)
        inbound = inventory.inboundConnectors.filter { connector in
            connector.isEnabled != false && connector.isOnPremises
                && connector.tlsSenderCertificateName.value.map(own.mayInclude) != false
        }
        outbound = inventory.outboundConnectors.filter { connector in
            connector.isEnabled != false && connector.isOnPremises
                && connector.tlsDomain.value.map(own.mayInclude) != false
        }
    }

    /// Connectors that look for a name where we present a certificate in a role, with the name.
    func wanted(as role: TransportRole) -> [(connector: String, name: String)] {
        switch role {
        case .client:
            inbound.compactMap { connector in
                connector.tlsSenderCertificateName.value.map { (connector.name, $0) }
            }
        case .server:
            validating.compactMap { connector in connector.tlsDomain.value.map { (connector.name, $0) } }
        }
    }

    /// Outbound connectors that compare the name of our certificate.
    var validating: [OutboundConnector] {
        outbound.filter { $0.tlsSettings.value?.lowercased() == "domainvalidation" }
    }

    /// Holds a certificate's names against what is looked for where it is presented in a role.
    func fit(of installed: InstalledCertificate, as role: TransportRole) -> Fit {
        let wanted = wanted(as: role)
        guard !wanted.isEmpty, let names = installed.transportNames else { return .notAsked }
        var isOpen = false
        var isMatch = false
        for (_, name) in wanted {
            switch ConnectorNameFit(name, among: names) {
            case .fits where role == .server || isAccepted(name): return .fits
            case .fits: isMatch = true
            case .undocumented: isOpen = true
            case .none: break
            }
        }
        return isMatch ? .notAccepted : isOpen ? .undocumented : .none
    }

    /// A name of a certificate as an inbound connector may look for it: itself, or the wildcard of an accepted domain.
    func acceptedForm(of name: String) -> String? {
        if isAccepted(name) { return name }
        let parent = name.split(separator: ".").dropFirst().joined(separator: ".")
        return acceptedDomains?.contains(parent) == true ? "*.\(parent)" : nil
    }

    /// Whether nothing speaks against a TlsSenderCertificateName: a wildcard, or an accepted domain.
    func isAccepted(_ name: String) -> Bool {
        name.contains("*") || acceptedDomains?.contains(name) != false
    }
}

/// The domains that an organisation calls its own, by everything that was exported.
private struct OwnDomains {
    private let domains: Set<String>
    private let isComplete: Bool

    init(_ inventory: ExchangeInventory) {
        let accepted = inventory.acceptedDomains.map(\.domainName)
        isComplete = !accepted.isEmpty
        let names =
            accepted + (inventory.hybridConfiguration?.domains.value ?? [])
            + inventory.certificates.flatMap { $0.transportNames ?? [] }
            + inventory.sendConnectors.compactMap(\.fqdn.value)
            + inventory.receiveConnectors.compactMap(\.fqdn.value)
        domains = Set(names.compactMap { Self.registrable($0) })
    }

    /// Whether a name may belong to the organization: only that of a domain which nothing exported has does not.
    func mayInclude(_ name: String) -> Bool {
        guard isComplete, let domain = Self.registrable(name) else { return true }
        return domains.contains(domain)
    }

    /// The domain that somebody registered: one label more than the public suffix; nil for a name that is no more.
    private static func registrable(_ name: String) -> String? {
        let bare = name.lowercased().split(separator: ".").filter { !$0.contains("*") }
        guard
            let start = bare.indices.first(where: { PublicSuffixes.contains(bare[$0...]) }),
            start > 0
        else {
            return bare.count > 1 && !PublicSuffixes.contains(bare)
                ? bare.suffix(2).joined(separator: ".") : nil
        }
        return bare[(start - 1)...].joined(separator: ".")
    }
}
