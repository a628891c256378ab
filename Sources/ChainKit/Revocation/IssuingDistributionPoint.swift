import OpenSSLBridge

/// What a list covers, by its issuingDistributionPoint extension (RFC 5280, 5.2.5).
public struct IssuingDistributionPoint: Sendable, Hashable {
    /// The place at which the list is found, nil for a list of no place in particular.
    public let name: DistributionPoint.Name?
    /// Whether the list covers certificates of end entities only.
    public let onlyContainsUserCerts: Bool
    /// Whether the list covers certificates of authorities only.
    public let onlyContainsCACerts: Bool
    /// Whether the list covers attribute certificates only.
    public let onlyContainsAttributeCerts: Bool
    /// Whether the list covers certificates of other issuers too.
    public let indirectCRL: Bool
    /// The reasons that the list covers, nil for all.
    public let onlySomeReasons: RevocationReasons?

    /// Nil where the value does not decode, and where it makes more than one of the exclusive promises.
    init?(value: UnsafeBufferPointer<UInt8>) {
        guard let decoded = ExtensionDecoding.issuingDistributionPoint(value) else { return nil }
        let promises = [
            decoded.onlyUserCertificates, decoded.onlyAuthorityCertificates,
            decoded.onlyAttributeCertificates,
        ]
        guard promises.count(where: { $0 }) <= 1 else { return nil }
        name = DistributionPoint.Name(decoded.name)
        onlyContainsUserCerts = decoded.onlyUserCertificates
        onlyContainsCACerts = decoded.onlyAuthorityCertificates
        onlyContainsAttributeCerts = decoded.onlyAttributeCertificates
        indirectCRL = decoded.isIndirect
        onlySomeReasons = decoded.onlySomeReasons.map(RevocationReasons.init(bits:))
    }
}
