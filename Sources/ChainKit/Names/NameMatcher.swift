/// Matches a certificate's presented identifiers against reference identifiers (RFC 9525, 6).
///
/// The common name is never a match: since RFC 9525, 6.2 nobody on the wire reads it. Exchange's own selection does
/// (Microsoft Learn, "Selection of Inbound STARTTLS Certificates": subject or subjectAltName), so a name that stands
/// only there is reported as a near miss and said to be one.
public struct NameMatcher: Sendable {
    private let names: [[UInt8]]
    private let addresses: [[UInt8]]
    private let subject: DistinguishedName

    /// Gathers a certificate's identifiers.
    public init(_ certificate: Certificate) {
        self.init(alternativeNames: certificate.subjectAlternativeNames, subject: certificate.subject)
    }

    /// Gathers identifiers that no certificate presents yet.
    init(alternativeNames: [GeneralName], subject: DistinguishedName) {
        var names: [[UInt8]] = []
        names.reserveCapacity(alternativeNames.count)
        var addresses: [[UInt8]] = []
        for name in alternativeNames {
            switch name {
            case .dns(let octets): names.append(octets)
            case .ip(let octets): addresses.append(octets)
            case .email, .uri, .directory, .other: break
            }
        }
        self.names = names
        self.addresses = addresses
        self.subject = subject
    }

    /// How the identifiers stand to one reference.
    public func coverage(of reference: ReferenceIdentifier) -> NameCoverage {
        switch reference {
        case .ip(let address): addressCoverage(of: address)
        case .dns(let name): nameCoverage(of: name)
        }
    }

    private func addressCoverage(of address: IPAddress) -> NameCoverage {
        if addresses.contains(address.octets) { return .exact }
        let text = address.text
        // RFC 9525, 6.4: an address is matched by an iPAddress alone, a dNSName that looks like one is none.
        if names.contains(where: { text.utf8.elementsEqual($0) }) {
            return .none([.unusable(text, reason: "an address must be an iPAddress, not a dNSName")])
        }
        return .none(commonNames.contains(text) ? [.commonNameOnly(text)] : [])
    }

    private func nameCoverage(of reference: DNSName) -> NameCoverage {
        var wildcard: String?
        let text = Array(reference.text.utf8)
        for octets in names where Self.mayCover(octets, text) {
            let name = PresentedIdentifier(dns: octets)
            switch name.pattern {
            case .exact where Self.equal(name.labels, reference.labels[...]): return .exact
            case .wildcard where Self.equal(name.labels, reference.labels.dropFirst()): wildcard = name.text
            default: break
            }
        }
        if let wildcard { return .wildcard(wildcard) }
        return .none(nearMisses(of: reference, text))
    }

    /// Whether a name may be the reference or a wildcard for it: what is neither need not be split.
    private static func mayCover(_ name: [UInt8], _ text: [UInt8]) -> Bool {
        name.first == UInt8(ascii: "*")
            || name.count == text.count && OctetCase.areEqual(name[...], text[...])
    }

    /// Whether a name may be one of ``NearMiss``, told without splitting it.
    private static func mayComeNear(_ name: [UInt8], _ text: [UInt8]) -> Bool {
        if abs(name.count - text.count) <= 1 { return true }
        let dot = UInt8(ascii: ".")
        let isOdd = name.withUnsafeBufferPointer { name in
            var previous = dot
            for octet in name {
                if octet == UInt8(ascii: "*") || octet == 0 || octet >= 0x80 { return true }
                if octet == dot, previous == dot { return true }
                previous = octet
            }
            return previous == dot
        }
        guard !isOdd, let first = name.firstIndex(of: dot), let second = text.firstIndex(of: dot)
        else {
            return true
        }
        return OctetCase.areEqual(name[first...], text[second...])
    }

    private var commonNames: [String] { subject.values(of: AttributeType.commonName) }

    private func nearMisses(of reference: DNSName, _ octets: [UInt8]) -> [NearMiss] {
        let text = reference.text
        var misses: [NearMiss] = []
        if let name = commonNames.first(where: { OctetCase.areEqual($0.utf8, text.utf8) }) {
            misses.append(.commonNameOnly(name))
        }
        for name in names where Self.mayComeNear(name, octets) {
            let name = PresentedIdentifier(dns: name)
            switch name.pattern {
            case .wildcard:
                if Self.equal(name.labels, reference.labels[...]) {
                    misses.append(.wildcardNeedsLabel(name.text))
                } else if reference.labels.count > name.labels.count + 1,
                    Self.equal(name.labels, reference.labels.suffix(name.labels.count))
                {
                    misses.append(.wildcardTooShallow(name.text))
                } else if EditDistance.isOne(
                    name.text.lowercased().dropFirst(2),
                    text.drop { $0 != "." }.dropFirst()
                ) {
                    misses.append(.typo(name.text))
                }
            case .misplacedWildcard: misses.append(.misplacedWildcard(name.text))
            case .unusable(let reason):
                if name.text.lowercased().contains(text) {
                    misses.append(.unusable(name.text, reason: reason))
                }
            case .exact:
                if EditDistance.isOne(name.text.lowercased()[...], text[...]) {
                    misses.append(.typo(name.text))
                } else if reference.labels.count > 2,
                    Self.equal(name.labels.dropFirst(), reference.labels.dropFirst())
                {
                    misses.append(.sameDomain(name.text))
                }
            }
            guard misses.count < Self.mostMisses else { break }
        }
        return misses
    }

    /// A certificate may hold thousands of names; a person reads a few.
    private static let mostMisses = 5

    private static func equal(_ one: some Collection<Substring>, _ other: ArraySlice<String>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0 == $1 }
    }
}
