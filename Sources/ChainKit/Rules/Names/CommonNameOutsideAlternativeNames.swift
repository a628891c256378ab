import Octets

/// Flags common names that are a host's or an address and repeat no subjectAltName.
struct CommonNameOutsideAlternativeNames: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "common-name-outside-alternative-names",
        severity: .note,
        title: "The common name repeats no subjectAltName",
        rationale: """
            Peers read subjectAltName, people and some tools read the common name: where it is a host name or an address, \
            it must repeat one of the subjectAltNames character for character, or the certificate says two things.
            """,
        remedy:
            "have the certificate reissued with the common name among its subjectAltNames, written the same way",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.4.3",
            "RFC 3986, 3.2.2",
            "RFC 5952, 4",
        ],
        certainty: .standard,
        traits: [.toldOfRequests],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// Every common name that is a host or an address and no subjectAltName.
    ///
    /// The Baseline Requirements allow no other common name. One that is plainly no name (`Contoso mail`) misleads
    /// nobody and stands in many private certificates, so it is left alone.
    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for name in Self.unrepeated(in: subject.certificate) {
            findings.append(finding(FindingMessage(Self.message(name))))
        }
        return findings
    }

    /// Those that relying parties must not pass over.
    ///
    /// RFC 9525, 6.2 has them pass over common names, and what they pass over may name another host. But a common name
    /// that is a subjectAltName in other characters, or that people see decoded, is read as one and must be one.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .target else { return [] }
        let unrepeated = Self.unrepeated(in: certificate)
        guard !unrepeated.isEmpty else { return [] }
        let names = Set(Self.alternativeNames(of: certificate).compactMap(HostLikeText.canonical))
        return unrepeated.filter { name in
            guard let canonical = HostLikeText.canonical(name) else { return false }
            return names.contains(canonical) || canonical.hasPrefix("xn--") || canonical.contains(".xn--")
        }.map(Self.message)
    }

    private static func message(_ name: String) -> String {
        "the common name '\(name.shortened)' is no subjectAltName"
    }

    private static func unrepeated(in certificate: Certificate) -> [String] {
        guard !certificate.isAuthority else { return [] }
        var names: [String] = []
        var lookedAt = 0
        var alternatives: Set<String>?
        let attributes = certificate.subject.attributes
        for place in attributes.indices where attributes[place].type == AttributeType.commonName {
            let name = attributes[place].value.text
            lookedAt += 1
            // A certificate has one common name; with one of many, all are looked up.
            if lookedAt > 8, alternatives == nil { alternatives = Set(alternativeNames(of: certificate)) }
            let isRepeated = alternatives?.contains(name) ?? isRepeated(name, in: certificate)
            // What is repeated need not be looked at: that is what nearly every common name is.
            if isRepeated || !HostLikeText.isHostOrAddress(name) { continue }
            names.append(name)
        }
        return names
    }

    private static func isRepeated(_ text: String, in certificate: Certificate) -> Bool {
        let length = text.utf8.count
        return certificate.subjectAlternativeNames.contains { name in
            switch name {
            case .dns(let octets):
                octets.count == length
                    && text.utf8.withContiguousStorageIfAvailable { octets.elementsEqual($0) }
                        ?? octets.elementsEqual(text.utf8)
            case .ip(let octets): IPAddress(octets: octets)?.canonicalText == text
            case .email, .uri, .directory, .other: false
            }
        }
    }

    private static func alternativeNames(of certificate: Certificate) -> [String] {
        certificate.subjectAlternativeNames.compactMap { name in
            switch name {
            case .dns(let octets): String(validating: octets, as: UTF8.self)
            case .ip(let octets): IPAddress(octets: octets)?.canonicalText
            case .email, .uri, .directory, .other: nil
            }
        }
    }
}
