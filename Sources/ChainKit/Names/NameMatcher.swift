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
