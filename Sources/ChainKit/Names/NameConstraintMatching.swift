/// Whether a name lies within the subtree of a name constraint (RFC 5280, 4.2.1.10).
enum NameConstraintMatching {
    /// How a name stands to one subtree.
    enum Relation {
        /// The constraint is of another kind of name and says nothing.
        case otherKind
        case within
        case outside
        /// The name or the constraint has a form that cannot be compared; nobody should rely on either.
        case incomparable
    }

    /// `isExcluding` decides for a wildcard that stands for names inside and outside: it is within an excluded
    /// subtree if any name it covers is, and within a permitted one only if all are.
    static func relation(of name: GeneralName, to constraint: GeneralName, isExcluding: Bool) -> Relation {
        switch (name, constraint) {
        case (.dns(let name), .dns(let base)): dns(name, base, isExcluding: isExcluding)
        case (.ip(let address), .ip(let subnet)): ip(address, subnet)
        case (.email(let mailbox), .email(let base)): email(mailbox, base)
        case (.uri(let uri), .uri(let base)): self.uri(uri, base)
        case (.directory(let name), .directory(let base)): directory(name, base)
        case (.other(let tag), .other(let constrained)) where tag == constrained: .incomparable
        default: .otherKind
        }
    }

    private static func dns(_ name: [UInt8], _ base: [UInt8], isExcluding: Bool) -> Relation {
        guard var name = hostText(name), let base = hostText(base) else { return .incomparable }
        if base.isEmpty { return .within }
        let suffix = base.hasPrefix(".") ? base : "." + base
        if name.hasPrefix("*.") {
            name.removeFirst(2)
            // The wildcard covers one label under `name`: the base itself may be one of those names.
            if isExcluding, !base.hasPrefix("."), base.hasSuffix("." + name),
                !base.dropLast(name.utf8.count + 1).contains(".")
            {
                return .within
            }
            return name == base.drop { $0 == "." } || name.hasSuffix(suffix) ? .within : .outside
        }
        return name == base || name.hasSuffix(suffix) ? .within : .outside
    }

    private static func ip(_ address: [UInt8], _ subnet: [UInt8]) -> Relation {
        guard address.count == 4 || address.count == 16, subnet.count == 8 || subnet.count == 32 else {
            return .incomparable
        }
        let size = subnet.count / 2
        guard address.count == size else { return .outside }
        let isWithin = (0..<size).allSatisfy {
            address[$0] & subnet[size + $0] == subnet[$0] & subnet[size + $0]
        }
        return isWithin ? .within : .outside
    }

    private static func email(_ mailbox: [UInt8], _ base: [UInt8]) -> Relation {
        guard let base = hostText(base, allowing: "@"), mailbox.allSatisfy({ $0 < 0x80 && $0 > 0x20 }) else {
            return .incomparable
        }
        let text = String(decoding: mailbox, as: UTF8.self)
        guard let at = text.lastIndex(of: "@") else { return .incomparable }
        let host = text[text.index(after: at)...].lowercased()
        if base.contains("@") {
            return text.lowercased() == base ? .within : .outside
        }
        if base.hasPrefix(".") { return host.hasSuffix(base) ? .within : .outside }
        return base.isEmpty || host == base ? .within : .outside
    }

    private static func uri(_ uri: [UInt8], _ base: [UInt8]) -> Relation {
        guard let base = hostText(base), let host = host(ofURI: String(decoding: uri, as: UTF8.self)) else {
            return .incomparable
        }
        if base.isEmpty { return .within }
        if base.hasPrefix(".") { return host.hasSuffix(base) ? .within : .outside }
        return host == base ? .within : .outside
    }

    /// The host of a URI, nil where there is none or it is an address (RFC 5280, 4.2.1.10: such a URI must be refused).
    private static func host(ofURI text: String) -> String? {
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let rest = parts.last else { return nil }
        var authority = rest.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        guard !authority.hasPrefix("[") else { return nil }
        let host = authority.prefix { $0 != ":" }.lowercased()
        return host.isEmpty || IPAddress(host) != nil ? nil : host
    }

    private static func directory(_ name: DistinguishedName, _ base: DistinguishedName) -> Relation {
        let names = name.relativeNames
        let bases = base.relativeNames
        guard bases.count <= names.count else { return .outside }
        let isWithin = zip(names, bases).allSatisfy {
            NameComparisonKey(relativeName: $0) == NameComparisonKey(relativeName: $1)
        }
        return isWithin ? .within : .outside
    }

    private static func hostText(_ octets: [UInt8], allowing extra: Character? = nil) -> String? {
        guard octets.allSatisfy({ $0 < 0x7f && $0 > 0x20 }) else { return nil }
        let text = String(decoding: octets, as: UTF8.self).lowercased()
        return extra == nil && text.contains("@") ? nil : text
    }
}
