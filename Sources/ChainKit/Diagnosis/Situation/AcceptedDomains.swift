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
