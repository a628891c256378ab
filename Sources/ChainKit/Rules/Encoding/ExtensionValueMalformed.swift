/// Flags extensions whose value is only read when it is needed and does not decode.
struct ExtensionValueMalformed: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "extension-value-malformed",
        severity: .note,
        title: "The value of an extension does not decode",
        rationale: """
            Where to fetch the issuer and what revokes the certificate stands in extensions that a path does not need. A \
            peer that reads them at once, as many do, rejects the certificate when they do not decode.
            """,
        remedy: "have the certificate reissued; tell the CA what is wrong with this one",
        citations: [
            "RFC 5280, 4.2.1.7, 4.2.1.13 and 4.2.2.1"
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor else { return [] }
        return certificate.undecodableExtensions.map { "the value of extension \($0) does not decode" }
    }
}
