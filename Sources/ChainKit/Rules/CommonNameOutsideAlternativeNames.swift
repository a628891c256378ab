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
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    // The Baseline Requirements allow no other common name. One that is plainly no name (`Contoso mail`) misleads
    // nobody and stands in many private certificates, so it is left alone.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .target, !certificate.isAuthority else { return [] }
        let hosts = certificate.subject.values(of: AttributeType.commonName).filter(
            HostLikeText.isHostOrAddress
        )
        guard !hosts.isEmpty else { return [] }
        let names = Set(
            certificate.subjectAlternativeNames.compactMap { name -> String? in
                switch name {
                case .dns(let octets): String(validating: octets, as: UTF8.self)
                case .ip(let octets): IPAddress(octets: octets)?.canonicalText
                case .email, .uri, .directory, .other: nil
                }
            }
        )
        return hosts.filter { !names.contains($0) }.map { "the common name '\($0)' is no subjectAltName" }
    }
}
