import OpenSSLBridge

/// One extension as the certificate has it, its value not decoded.
public struct CertificateExtension: Sendable, Hashable {
    /// The extension's identifier.
    public let identifier: ObjectIdentifier
    /// Whether a reader that does not know the extension must reject the certificate.
    public let isCritical: Bool
    /// The content of the OCTET STRING that wraps the value.
    public let value: [UInt8]
}

extension CertificateExtension {
    /// Identifiers of the extensions that RFC 5280 and its neighbours define.
    enum Identifier {
        static var subjectDirectoryAttributes: ObjectIdentifier { ObjectIdentifier(ofExtension: 9) }
        static var subjectKeyIdentifier: ObjectIdentifier { ObjectIdentifier(ofExtension: 14) }
        static var keyUsage: ObjectIdentifier { ObjectIdentifier(ofExtension: 15) }
        static var subjectAltName: ObjectIdentifier { ObjectIdentifier(ofExtension: 17) }
        static var issuerAltName: ObjectIdentifier { ObjectIdentifier(ofExtension: 18) }
        static var basicConstraints: ObjectIdentifier { ObjectIdentifier(ofExtension: 19) }
        static var cRLNumber: ObjectIdentifier { ObjectIdentifier(ofExtension: 20) }
        static var reasonCode: ObjectIdentifier { ObjectIdentifier(ofExtension: 21) }
        static var invalidityDate: ObjectIdentifier { ObjectIdentifier(ofExtension: 24) }
        static var deltaCRLIndicator: ObjectIdentifier { ObjectIdentifier(ofExtension: 27) }
        static var issuingDistributionPoint: ObjectIdentifier { ObjectIdentifier(ofExtension: 28) }
        static var certificateIssuer: ObjectIdentifier { ObjectIdentifier(ofExtension: 29) }
        static var nameConstraints: ObjectIdentifier { ObjectIdentifier(ofExtension: 30) }
        static var cRLDistributionPoints: ObjectIdentifier { ObjectIdentifier(ofExtension: 31) }
        static var certificatePolicies: ObjectIdentifier { ObjectIdentifier(ofExtension: 32) }
        static var policyMappings: ObjectIdentifier { ObjectIdentifier(ofExtension: 33) }
        static var authorityKeyIdentifier: ObjectIdentifier { ObjectIdentifier(ofExtension: 35) }
        static var policyConstraints: ObjectIdentifier { ObjectIdentifier(ofExtension: 36) }
        static var extKeyUsage: ObjectIdentifier { ObjectIdentifier(ofExtension: 37) }
        static var freshestCRL: ObjectIdentifier { ObjectIdentifier(ofExtension: 46) }
        static var inhibitAnyPolicy: ObjectIdentifier { ObjectIdentifier(ofExtension: 54) }
        static let authorityInfoAccess = ObjectIdentifier("1.3.6.1.5.5.7.1.1")
        static let ocspNoCheck = ObjectIdentifier("1.3.6.1.5.5.7.48.1.5")
        static let subjectInfoAccess = ObjectIdentifier("1.3.6.1.5.5.7.1.11")
        static let applicationPolicies = ObjectIdentifier("1.3.6.1.4.1.311.21.10")
        static let signedCertificateTimestamps = ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2")
        static let precertificatePoison = ObjectIdentifier("1.3.6.1.4.1.11129.2.4.3")
    }
}

// Extensions that few questions need are decoded when asked for, not for every certificate of an audit.
extension Certificate {
    /// The subtrees of the nameConstraints extension (RFC 5280, 4.2.1.10).
    public struct NameConstraints: Sendable, Hashable {
        /// Names must lie within one of these, for each kind of name that has one here.
        public let permitted: [GeneralName]
        /// Names must lie within none of these.
        public let excluded: [GeneralName]
        /// Whether a subtree has a minimum or maximum, which RFC 5280 does not allow.
        public let hasDistances: Bool
    }

    /// The nameConstraints extension, nil where there is none or it does not decode.
    public var nameConstraints: NameConstraints? {
        value(of: CertificateExtension.Identifier.nameConstraints, ExtensionDecoding.nameConstraints).map {
            NameConstraints(
                permitted: $0.permitted.map(GeneralName.init),
                excluded: $0.excluded.map(GeneralName.init),
                hasDistances: $0.hasDistances
            )
        }
    }

    /// The policies of the certificatePolicies extension.
    public var policies: [ObjectIdentifier] {
        let decoded = value(
            of: CertificateExtension.Identifier.certificatePolicies,
            ExtensionDecoding.policies
        )
        return (decoded ?? []).map { ObjectIdentifier(derContent: $0) }
    }

    /// A policy of the issuer's domain that stands for one of the subject's.
    public struct PolicyMapping: Sendable, Hashable {
        /// The issuer's policy.
        public let issuer: ObjectIdentifier
        /// The subject's policy.
        public let subject: ObjectIdentifier
    }

    /// The policyMappings extension (RFC 5280, 4.2.1.5), empty where there is none.
    public var policyMappings: [PolicyMapping] {
        let decoded = value(
            of: CertificateExtension.Identifier.policyMappings,
            ExtensionDecoding.policyMappings
        )
        return (decoded ?? []).map {
            PolicyMapping(
                issuer: ObjectIdentifier(derContent: $0.issuer),
                subject: ObjectIdentifier(derContent: $0.subject)
            )
        }
    }

    /// The policyConstraints extension (RFC 5280, 4.2.1.11): after how many more certificates each takes hold.
    public struct PolicyConstraints: Sendable, Hashable {
        /// A policy must be valid for the whole path.
        public let requireExplicitPolicy: Int?
        /// Policies may no longer be mapped.
        public let inhibitPolicyMapping: Int?
    }

    /// The policyConstraints extension, nil where there is none.
    public var policyConstraints: PolicyConstraints? {
        value(of: CertificateExtension.Identifier.policyConstraints, ExtensionDecoding.policyConstraints).map
        {
            PolicyConstraints(
                requireExplicitPolicy: $0.requireExplicitPolicy,
                inhibitPolicyMapping: $0.inhibitPolicyMapping
            )
        }
    }

    /// The inhibitAnyPolicy extension (RFC 5280, 4.2.1.14): after how many more certificates anyPolicy counts no more.
    public var inhibitAnyPolicy: Int? {
        value(of: CertificateExtension.Identifier.inhibitAnyPolicy, ExtensionDecoding.skipCertificates)
    }

    /// Where the issuer's certificate can be fetched, as the certificate says.
    ///
    /// Nothing here ever fetches it.
    public var issuerURLs: [String] { accessLocations(of: Self.caIssuers) }

    /// Where the issuer's OCSP responder is, as the certificate says.
    public var ocspURLs: [String] { accessLocations(of: Self.ocsp) }

    /// Where the issuer's revocation lists are, as the certificate says.
    public var crlURLs: [String] {
        distributionPoints.flatMap { point -> [String] in
            guard case .full(let names) = point.name else { return [] }
            return names.compactMap(\.text)
        }
    }

    /// The points of the cRLDistributionPoints extension, empty where there is none or it does not decode.
    public var distributionPoints: [DistributionPoint] {
        let points = value(
            of: CertificateExtension.Identifier.cRLDistributionPoints,
            ExtensionDecoding.distributionPoints
        )
        return (points ?? []).map(DistributionPoint.init)
    }

    /// The names of the issuerAltName extension.
    var issuerAlternativeNames: [GeneralName] {
        let names = value(of: CertificateExtension.Identifier.issuerAltName, ExtensionDecoding.generalNames)
        return (names ?? []).map(GeneralName.init)
    }

    /// Whether timestamps of Certificate Transparency logs are embedded.
    public var hasSignedCertificateTimestamps: Bool {
        firstExtension(CertificateExtension.Identifier.signedCertificateTimestamps) != nil
    }

    /// What the authorityKeyIdentifier extension holds (RFC 5280, 4.2.1.1).
    struct AuthorityKeyIdentifierFields: Sendable {
        let keyIdentifier: [UInt8]?
        let hasIssuer: Bool
        let hasSerialNumber: Bool
    }

    func firstExtension(_ identifier: ObjectIdentifier) -> CertificateExtension? {
        extensions.first { $0.identifier == identifier }
    }

    /// The access methods of RFC 5280, 4.2.2.1.
    private static let caIssuers = ObjectIdentifier("1.3.6.1.5.5.7.48.2")
    private static let ocsp = ObjectIdentifier("1.3.6.1.5.5.7.48.1")

    private func accessLocations(of method: ObjectIdentifier) -> [String] {
        let descriptions = value(
            of: CertificateExtension.Identifier.authorityInfoAccess,
            ExtensionDecoding.accessDescriptions
        )
        return (descriptions ?? []).filter { ObjectIdentifier(derContent: $0.method) == method }
            .compactMap { GeneralName($0.location).text }
    }

    private func value<Value>(
        of identifier: ObjectIdentifier,
        _ decode: (UnsafeBufferPointer<UInt8>) -> Value?
    ) -> Value? {
        firstExtension(identifier)?.value.withUnsafeBufferPointer(decode)
    }
}

/// The basicConstraints extension (RFC 5280, 4.2.1.9): a path length without authority cannot be written down.
public enum BasicConstraints: Sendable, Hashable {
    case notAuthority
    /// The most non-self-issued intermediates that may follow below; nil where there is no limit.
    case authority(maximumPathLength: Int?)

    /// Whether the subject is a certification authority.
    public var isAuthority: Bool { self != .notAuthority }
}
