/// Flags names for which no public CA issues a certificate.
struct RequestNameNotPublic: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-name-not-public",
        severity: .error,
        title: "No public CA issues for the name",
        rationale: """
            Public CAs prove that the applicant controls a domain of the public DNS, or an address of the Internet. \
            Names of internal networks, private addresses, names with underscores and whole public suffixes cannot be \
            proved and are turned down.
            """,
        remedy: "leave the name out; let servers use a name of a public domain, by split DNS where need be",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 4.2.2, 7.1.2.7.12 and 3.2.2.6",
            "publicsuffix.org, the ICANN section", "IANA, special-purpose address registries",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard offer.isPublic, !offer.isNameless else { return [] }
        return offer.names.compactMap { name in
            switch name {
            case .dns(let octets):
                PublicName.objection(to: octets).map {
                    finding("\(String(decoding: octets, as: UTF8.self)) \($0)")
                }
            case .ip(let octets):
                IPAddress(octets: octets).flatMap { address in
                    address.isReserved ? finding("\(address.text) is no address of the Internet") : nil
                }
            case .email, .uri, .directory, .other: nil
            }
        }
    }
}
