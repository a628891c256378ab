/// What a connector has to do with Exchange Online, as far as its settings say.
package enum HybridPart: Sendable, Hashable {
    /// It carries mail to or from Exchange Online; the text says by what that is known.
    case carriesHybridMail(because: String)
    /// It is meant for that mail, and none comes its way; the text says why.
    case notMet(because: String)
    /// Nothing in its settings points to Exchange Online.
    case none
    /// The settings that would say so were not exported.
    case unknown

    /// Whether it carries mail to or from Exchange Online.
    package var isHybrid: Bool {
        if case .carriesHybridMail = self { true } else { false }
    }

    /// Whether mail may go by it, to Exchange Online or elsewhere.
    var carriesMail: Bool {
        if case .notMet = self { false } else { true }
    }

    /// The service's own name in certificates and connectors.
    static let serviceDomain = "mail.protection.outlook.com"
    /// The domain of a tenant's coexistence addresses.
    static let coexistenceDomain = "mail.onmicrosoft.com"

    /// Reads a Send connector: cloud headers, the service's name as TlsDomain, or where it sends to.
    init(_ connector: SendConnector) {
        if connector.cloudServicesMailEnabled == true {
            self = .carriesHybridMail(because: "CloudServicesMailEnabled is True")
            return
        }
        if let domain = connector.tlsDomain.value, Self.isOrIsBelow(domain, Self.serviceDomain) {
            self = .carriesHybridMail(because: "its TlsDomain is \(domain)")
            return
        }
        if let host = connector.smartHosts.value?.first(where: { Self.isOrIsBelow($0, Self.serviceDomain) }) {
            self = .carriesHybridMail(because: "its smart host is \(host)")
            return
        }
        if let space = connector.addressSpaces.value?.first(where: Self.isCoexistence) {
            self = .carriesHybridMail(because: "its address space is \(space)")
            return
        }
        let isSaid =
            connector.cloudServicesMailEnabled != nil || connector.smartHosts.isKnown
            || connector.addressSpaces.isKnown
        self = isSaid ? .none : .unknown
    }

    /// Reads a Receive connector: the capability that the Hybrid Configuration Wizard grants Exchange Online.
    ///
    /// Like HealthChecker, any capability counts, on any connector but those of the Transport service, to which mail
    /// comes from the Front End of one's own servers.
    init(_ connector: ReceiveConnector) {
        if connector.transportRole?.lowercased() == "hubtransport" {
            self = .none
            return
        }
        switch connector.tlsDomainCapabilities {
        case .value(let capabilities):
            self =
                capabilities.first.map { .carriesHybridMail(because: "its TlsDomainCapabilities are \($0)") }
                ?? .none
        case .empty: self = .none
        case .notExported: self = .unknown
        }
    }

    private static func isOrIsBelow(_ name: String, _ domain: String) -> Bool {
        let name = name.lowercased()
        return name == domain || name.hasSuffix("." + domain)
    }

    private static func isCoexistence(_ space: String) -> Bool {
        let parts = space.lowercased().split(separator: ";", omittingEmptySubsequences: false)
        let domain = (parts.first ?? "").split(separator: ":").last ?? ""
        return isOrIsBelow(String(domain), coexistenceDomain)
    }
}

/// The domains for which an organization accepts mail, as far as they were exported.
struct AcceptedDomains: Sendable {
    private let names: Set<String>
    private let parents: Set<String>

    /// Nil where no domain was exported, so that nothing can be said.
    init?(_ domains: [AcceptedDomain]) {
        guard !domains.isEmpty else { return nil }
        let all = domains.map { $0.domainName.lowercased() }
        names = Set(all.filter { !$0.hasPrefix("*.") })
        parents = Set(all.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst(2)) })
    }

    /// Whether a name is an accepted domain, or below one that was entered with its subdomains.
    func contains(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || parents.contains(name)
            || Self.ancestors(of: name).contains(where: parents.contains)
    }

    /// Whether a name of a certificate lies at or below an accepted domain.
    func covers(_ name: String) -> Bool {
        let bare = name.hasPrefix("*.") ? String(name.dropFirst(2)) : name
        return contains(bare) || Self.ancestors(of: bare.lowercased()).contains(where: names.contains)
    }

    private static func ancestors(of name: String) -> [String] {
        var rest = name[...]
        var all: [String] = []
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            all.append(String(rest))
        }
        return all
    }
}
