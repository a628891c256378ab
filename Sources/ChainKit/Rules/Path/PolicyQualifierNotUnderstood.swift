import Octets

/// Flags critical certificatePolicies with a qualifier that nobody is bound to know.
struct PolicyQualifierNotUnderstood: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "policy-qualifier-not-understood",
        severity: .note,
        title: "A critical certificatePolicies has an unknown qualifier",
        rationale: """
            Whoever reads a critical certificatePolicies must understand it whole, with its qualifiers, or reject the \
            certificate. RFC 5280 defines two of them: a pointer to the practice statement and a notice for people.
            """,
        remedy:
            "have the certificate reissued with certificatePolicies that are not critical or without the qualifier",
        citations: [
            "RFC 5280, 4.2.1.4"
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki, .rfc5280]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor,
            let policies = certificate.firstExtension(CertificateExtension.Identifier.certificatePolicies),
            policies.isCritical
        else { return [] }
        return Self.qualifiers(in: policies.value).filter { !Self.known.contains($0) }.map {
            "certificatePolicies is critical and has the unknown qualifier \($0)"
        }
    }

    /// id-qt-cps and id-qt-unotice.
    private static let known: Set<ObjectIdentifier> = [
        ObjectIdentifier("1.3.6.1.5.5.7.2.1"), ObjectIdentifier("1.3.6.1.5.5.7.2.2"),
    ]

    /// The qualifiers of all policies; what does not decode is for `malformed-certificate`.
    private static func qualifiers(in value: [UInt8]) -> [ObjectIdentifier] {
        guard let outer = DERReader.element(in: value, at: 0, end: value.count) else { return [] }
        return elements(of: outer, in: value).flatMap { policy -> [ObjectIdentifier] in
            let parts = elements(of: policy, in: value)
            guard parts.count == 2 else { return [] }
            return elements(of: parts[1], in: value).compactMap { qualifier in
                elements(of: qualifier, in: value).first.map {
                    ObjectIdentifier(derContent: value[$0.content])
                }
            }
        }
    }

    private static func elements(of element: DERReader.Element, in octets: [UInt8]) -> [DERReader.Element] {
        var reader = DERReader(octets, in: element.content)
        var elements: [DERReader.Element] = []
        while let next = try? reader.next() { elements.append(next) }
        return elements
    }
}
