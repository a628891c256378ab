/// Flags serial numbers that are not positive or too long.
struct SerialNumberOutOfRange: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "serial-number-out-of-range",
        severity: .note,
        title: "The serial number is not positive or is too long",
        rationale: """
            A serial number must be positive and must not be longer than 20 octets. Peers and tools that store it in a \
            field of that size, or as a number without a sign, take it for another one or reject the certificate.
            """,
        remedy: "have the certificate reissued with a serial number of at most 20 octets",
        citations: [
            "RFC 5280, 4.1.2.2",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7",
        ],
        certainty: .standard,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    private static let mostOctets = 20

    /// Old roots with the number 0 are many, and nothing looks an anchor up by its number.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor else { return [] }
        let number = certificate.serialNumber
        if number.isNegative { return ["the serial number is negative"] }
        if number.magnitude.allSatisfy({ $0 == 0 }) { return ["the serial number is 0"] }
        guard number.magnitude.count > Self.mostOctets else { return [] }
        return ["the serial number has \(number.magnitude.count) octets; \(Self.mostOctets) are the most"]
    }
}
