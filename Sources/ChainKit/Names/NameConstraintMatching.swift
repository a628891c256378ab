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

    /// Compares a name with a constraint's base.
    ///
    /// `isExcluding` decides for a wildcard that stands for names inside and outside: it is within an excluded subtree
    /// if any name that it covers is.
    static func relation(of name: ComparableName, to base: ComparableName, isExcluding: Bool) -> Relation {
        switch (name, base) {
        case (.dns(let name), .dns(let base)): return dns(name, base, isExcluding: isExcluding)
        case (.ip(let address), .ip(let subnet)): return ip(address, subnet)
        case (.email(let whole, let host), .email(let base, let baseHost)):
            return email(whole, host, base, baseHost)
        case (.uri(let host), .uri(let base)): return uri(host, base)
        case (.directory(let name), .directory(let base)):
            return base.count <= name.count && name.prefix(base.count).elementsEqual(base)
                ? .within : .outside
        case (.other(let tag), .other(let constrained)):
            return tag == constrained ? .incomparable : .otherKind
        // A base that is no text permits nothing, and takes nothing from what others permit.
        case (.dns, .malformed(.dns)) where !isExcluding: return .outside
        default: return name.kind == base.kind ? .incomparable : .otherKind
        }
    }

    private static let dot = UInt8(ascii: ".")

    /// Compares a wildcard as a label like any other, as OpenSSL and Go do.
    ///
    /// Beyond them, an excluded base
    /// catches a wildcard that covers the base itself: `*.example.com` covers an excluded `mail.example.com`.
    private static func dns(_ name: [UInt8], _ base: [UInt8], isExcluding: Bool) -> Relation {
        if base.isEmpty { return .within }
        if isSameOrBelow(name[...], base) { return .within }
        return isExcluding && isCovered(base, by: name) ? .within : .outside
    }

    /// Whether a host is a base or lies below it.
    ///
    /// A base with a leading dot, which RFC 5280 does not define for dNSName, asks for something below it.
    private static func isSameOrBelow(_ host: ArraySlice<UInt8>, _ base: [UInt8]) -> Bool {
        if base.first == dot { return host.count > base.count && host.suffix(base.count).elementsEqual(base) }
        return host.elementsEqual(base) || isBelow(host, base[...])
    }

    /// Whether a name's first label holds a `*` and the base is one label below the rest of the name.
    ///
    /// Part of a label counts as the whole: OpenSSL by default takes `m*.example.com` for `mail.example.com`.
    private static func isCovered(_ base: [UInt8], by name: [UInt8]) -> Bool {
        guard let end = name.firstIndex(of: dot), name[..<end].contains(UInt8(ascii: "*")),
            let baseEnd = base.firstIndex(of: dot), baseEnd > base.startIndex
        else { return false }
        return name[end...].elementsEqual(base[baseEnd...])
    }

    private static func isBelow(_ host: ArraySlice<UInt8>, _ base: ArraySlice<UInt8>) -> Bool {
        guard host.count > base.count, host[host.endIndex - base.count - 1] == dot else { return false }
        return host.suffix(base.count).elementsEqual(base)
    }

    private static func ip(_ address: [UInt8], _ subnet: [UInt8]) -> Relation {
        let size = subnet.count / 2
        guard address.count == size else { return .outside }
        let isWithin = (0..<size).allSatisfy {
            address[$0] & subnet[size + $0] == subnet[$0] & subnet[size + $0]
        }
        return isWithin ? .within : .outside
    }

    private static func email(
        _ whole: [UInt8],
        _ host: [UInt8],
        _ base: [UInt8],
        _ baseHost: [UInt8]
    ) -> Relation {
        if base != baseHost { return whole == base ? .within : .outside }
        return uri(host, base)
    }

    /// A host alone, or with a leading dot whatever lies below it.
    private static func uri(_ host: [UInt8], _ base: [UInt8]) -> Relation {
        if base.isEmpty { return .within }
        if base.first == dot {
            return host.count > base.count && host.suffix(base.count).elementsEqual(base) ? .within : .outside
        }
        return host == base ? .within : .outside
    }
}
