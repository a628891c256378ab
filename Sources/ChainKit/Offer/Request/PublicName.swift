/// Tells names of the public DNS from those that no CA can prove anything about.
enum PublicName {
    /// Why no public CA issues for a dNSName, as a predicate; nil where nothing speaks against it.
    static func objection(to octets: [UInt8]) -> String? {
        guard octets.allSatisfy({ $0 < 0x80 }) else { return "must stand as an A-label\(aLabel(of: octets))" }
        let presented = PresentedIdentifier(dns: octets)
        let labels = presented.labels
        switch presented.pattern {
        case .misplacedWildcard: return "has a wildcard that is not the whole first label"
        case .unusable(let reason): return "is no host name: \(reason)"
        case .exact, .wildcard: break
        }
        if let defect = PreferredNameSyntax.defect(of: octets) { return defect.text }
        let isWildcard = presented.pattern == .wildcard
        guard labels.count > 1 else { return "is a single label, a name of an internal network" }
        guard let top = labels.last, PublicSuffixes.knowsTopLevelDomain(top) else {
            return "ends in .\(labels.last ?? ""), which is no top-level domain of the public DNS"
        }
        guard PublicSuffixes.contains(labels) else { return nil }
        return isWildcard
            ? "covers the whole public suffix \(labels.joined(separator: "."))" : "is a public suffix"
    }

    /// What a name outside ASCII would be, in brackets.
    private static func aLabel(of octets: [UInt8]) -> String {
        guard let text = String(validating: octets, as: UTF8.self), let name = DNSName(text) else {
            return ""
        }
        return " (\(name.text))"
    }
}

extension IPAddress {
    /// Whether no CA can prove the address: private, local, reserved or meant for documentation
    /// (IANA's registries of special-purpose addresses).
    var isReserved: Bool {
        guard octets.count == 4 else {
            // Of IPv6 only 2000::/3 is given out, and in it 2001:db8::/32 is for documentation.
            return octets[0] & 0xe0 != 0x20 || octets.starts(with: [0x20, 0x01, 0x0d, 0xb8])
        }
        let (a, b, c) = (octets[0], octets[1], octets[2])
        return switch (a, b, c) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): true
        case (100, 64..<128, _), (169, 254, _), (172, 16..<32, _), (192, 168, _), (198, 18..<20, _): true
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): true
        default: false
        }
    }
}
