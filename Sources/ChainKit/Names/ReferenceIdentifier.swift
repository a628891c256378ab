/// What a relying party expects to find in a certificate (RFC 9525, 2).
public enum ReferenceIdentifier: Sendable, Hashable {
    case dns(DNSName)
    case ip(IPAddress)

    /// Reads a host name or an address; nil for text that is neither.
    ///
    /// Digits and full stops of other scripts are mapped first (UTS 46), so that `１９２.0.2.1` is an address.
    public init?(_ text: String) {
        if let address = IPAddress(text) {
            self = .ip(address)
        } else if let name = DNSName(text) {
            self = IPAddress(name.text).map(Self.ip) ?? .dns(name)
        } else {
            return nil
        }
    }

    /// The text that is compared: A-labels, lower case.
    public var text: String {
        switch self {
        case .dns(let name): name.text
        case .ip(let address): address.text
        }
    }
}

/// A host name that presented ones are held against, octet by octet.
struct WantedName {
    let octets: [UInt8]
    /// What is behind the first label, empty for a name of one label.
    let parent: ArraySlice<UInt8>
    private let text: String

    private static let dot = UInt8(ascii: ".")

    init(_ name: DNSName) {
        text = name.text
        octets = name.octets
        parent = name.octets.firstIndex(of: Self.dot).map { name.octets[($0 + 1)...] } ?? []
    }

    /// Whether a name may be this one or a wildcard for it: what is neither need not be looked at closely.
    func mayBeCovered(by name: [UInt8]) -> Bool {
        name.first == UInt8(ascii: "*") || name.count == octets.count && OctetCase.areEqual(name, octets)
    }

    /// Whether a name may be one of ``NearMiss``: nearly every other name of an audit is told from it in one pass.
    func mayBeNear(_ name: [UInt8]) -> Bool {
        if abs(name.count - octets.count) <= 1 { return true }
        var firstDot = name.count
        let isOdd = name.withUnsafeBufferPointer { name in
            var labelStart = 0
            for place in name.indices {
                let octet = name[place]
                // What stands behind the dot in ASCII is in order, and nearly all there is.
                if (UInt8(ascii: "/")..<0x80).contains(octet) { continue }
                if octet == Self.dot {
                    if place == labelStart { return true }
                    firstDot = min(firstDot, place)
                    labelStart = place + 1
                } else if octet == UInt8(ascii: "*") || octet == 0 || octet >= 0x80 {
                    return true
                }
            }
            return labelStart == name.count
        }
        return isOdd || OctetCase.areEqual(name[firstDot...].dropFirst(), parent)
    }

    /// Why a name that is not this one might be taken for it, nil where nobody would.
    func miss(by name: PresentedIdentifier) -> NearMiss? {
        switch name.pattern {
        case .misplacedWildcard: return .misplacedWildcard(name.text)
        case .unusable(let reason):
            return name.text.lowercased().contains(text) ? .unusable(name.text, reason: reason) : nil
        case .wildcard:
            if OctetCase.areEqual(name.host, octets) { return .wildcardNeedsLabel(name.text) }
            if isDeeper(than: name.host) { return .wildcardTooShallow(name.text) }
            return EditDistance.isOne(OctetCase.lowered(name.host)[...], parent) ? .typo(name.text) : nil
        case .exact:
            if EditDistance.isOne(OctetCase.lowered(name.octets)[...], octets[...]) {
                return .typo(name.text)
            }
            return isOfSameDomain(name.octets) ? .sameDomain(name.text) : nil
        }
    }

    /// Whether more than one label stands before a domain.
    private func isDeeper(than domain: ArraySlice<UInt8>) -> Bool {
        let before = octets.dropLast(domain.count + 1)
        return before.contains(Self.dot) && octets[before.endIndex] == Self.dot
            && OctetCase.areEqual(octets[(before.endIndex + 1)...], domain)
    }

    private func isOfSameDomain(_ name: [UInt8]) -> Bool {
        guard parent.contains(Self.dot), let first = name.firstIndex(of: Self.dot) else { return false }
        return OctetCase.areEqual(name[(first + 1)...], parent)
    }
}
