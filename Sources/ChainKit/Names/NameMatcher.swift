import Octets

/// Matches a certificate's presented identifiers against reference identifiers (RFC 9525, 6).
///
/// The common name is never a match: since RFC 9525, 6.2 nobody on the wire reads it. Exchange's own selection does
/// (Microsoft Learn, "Selection of Inbound STARTTLS Certificates": subject or subjectAltName), so a name that stands
/// only there is reported as a near miss and said to be one.
public struct NameMatcher: Sendable {
    private let names: [GeneralName]
    private let subject: DistinguishedName

    /// Gathers a certificate's identifiers.
    public init(_ certificate: Certificate) {
        self.init(alternativeNames: certificate.subjectAlternativeNames, subject: certificate.subject)
    }

    /// Gathers identifiers that no certificate presents yet.
    init(alternativeNames: [GeneralName], subject: DistinguishedName) {
        names = alternativeNames
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
        if names.contains(.ip(address.octets)) { return .exact }
        let text = address.text
        // RFC 9525, 6.4: an address is matched by an iPAddress alone, a dNSName that looks like one is none.
        if names.contains(.dns(Array(text.utf8))) {
            return .none([.unusable(text, reason: "an address must be an iPAddress, not a dNSName")])
        }
        return .none(commonName { $0 == text }.map { [.commonNameOnly($0)] } ?? [])
    }

    private func nameCoverage(of reference: DNSName) -> NameCoverage {
        let wanted = WantedName(reference)
        var wildcard: [UInt8]?
        for place in names.indices {
            guard case .dns(let octets) = names[place], wanted.mayBeCovered(by: octets) else { continue }
            let name = PresentedIdentifier(dns: octets)
            switch name.pattern {
            case .exact where OctetCase.areEqual(name.host, wanted.octets): return .exact
            case .wildcard where OctetCase.areEqual(name.host, wanted.parent): wildcard = octets
            default: break
            }
        }
        if let wildcard { return .wildcard(String(decoding: wildcard, as: UTF8.self)) }
        return .none(nearMisses(of: wanted))
    }

    /// The first common name that passes a test.
    private func commonName(where test: (String) -> Bool) -> String? {
        let attributes = subject.attributes
        for place in attributes.indices where attributes[place].type == AttributeType.commonName {
            if test(attributes[place].value.text) { return attributes[place].value.text }
        }
        return nil
    }

    private func nearMisses(of wanted: WantedName) -> [NearMiss] {
        var misses: [NearMiss] = []
        if let name = commonName(where: { OctetCase.areEqual($0.utf8, wanted.octets) }) {
            misses.append(.commonNameOnly(name))
        }
        for place in names.indices {
            guard case .dns(let octets) = names[place], wanted.mayBeNear(octets),
                let miss = wanted.miss(by: PresentedIdentifier(dns: octets))
            else { continue }
            misses.append(miss)
            guard misses.count < Self.mostMisses else { break }
        }
        return misses
    }

    /// A certificate may hold thousands of names; a person reads a few.
    private static let mostMisses = 5
}

/// How a certificate's names stand to one reference identifier.
public enum NameCoverage: Sendable, Hashable {
    /// A name of the subjectAltName is the reference.
    case exact
    /// A wildcard of the subjectAltName covers the reference.
    case wildcard(String)
    /// Nothing covers it; what comes near, the most telling first.
    case none([NearMiss])

    /// Whether the reference is covered.
    public var isCovered: Bool {
        if case .none = self { false } else { true }
    }
}

/// A name that does not cover a reference although a person might think so.
public enum NearMiss: Sendable, Hashable {
    /// `*.contoso.com` does not cover `contoso.com`.
    case wildcardNeedsLabel(String)
    /// `*.contoso.com` does not cover `mail.eu.contoso.com`: a wildcard stands for one label.
    case wildcardTooShallow(String)
    /// The name stands in the subject's common name only, where no relying party on the web looks (RFC 9525, 6.2).
    case commonNameOnly(String)
    /// A `*` that is not the whole leftmost label.
    case misplacedWildcard(String)
    /// One character differs.
    case typo(String)
    /// The name is another name of the same domain: `smtp.contoso.com` for `mail.contoso.com`.
    case sameDomain(String)
    /// The text would match if it were a host name.
    case unusable(String, reason: String)

    /// The near miss in words.
    public var text: String {
        switch self {
        case .wildcardNeedsLabel(let name): "\(name.shortened) does not cover the bare domain"
        case .wildcardTooShallow(let name): "\(name.shortened) covers one label only, the name is deeper"
        case .commonNameOnly(let name):
            "\(name.shortened) stands in the common name only, which TLS peers do not read"
        case .misplacedWildcard(let name): "\(name.shortened) is no wildcard that anybody matches"
        case .typo(let name): "\(name.shortened) differs in one character"
        case .sameDomain(let name): "\(name.shortened) is another name of the same domain"
        case .unusable(let name, let reason): "\(name.shortened) is no host name: \(reason)"
        }
    }
}

/// Tells whether two texts differ by one inserted, missing, replaced or swapped character.
package enum EditDistance {
    package static func isOne(_ one: Substring, _ other: Substring) -> Bool {
        isOne(Array(one.utf8)[...], Array(other.utf8)[...])
    }

    /// The same of octets.
    static func isOne(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        // Short names are one character apart by accident.
        guard abs(first.count - second.count) <= 1, first.count > 5, first != second else { return false }
        let common = zip(first, second).prefix { $0 == $1 }.count
        let commonEnd = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        let longer = max(first.count, second.count)
        if common + commonEnd >= longer - 1 { return true }
        guard first.count == second.count, common + commonEnd == longer - 2 else { return false }
        let (one, other) = (first.dropFirst(common).prefix(2), second.dropFirst(common).prefix(2))
        return one.elementsEqual(other.reversed())
    }
}
