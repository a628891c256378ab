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
        static let subjectDirectoryAttributes = ObjectIdentifier("2.5.29.9")
        static let subjectKeyIdentifier = ObjectIdentifier("2.5.29.14")
        static let keyUsage = ObjectIdentifier("2.5.29.15")
        static let subjectAltName = ObjectIdentifier("2.5.29.17")
        static let issuerAltName = ObjectIdentifier("2.5.29.18")
        static let basicConstraints = ObjectIdentifier("2.5.29.19")
        static let cRLNumber = ObjectIdentifier("2.5.29.20")
        static let reasonCode = ObjectIdentifier("2.5.29.21")
        static let invalidityDate = ObjectIdentifier("2.5.29.24")
        static let deltaCRLIndicator = ObjectIdentifier("2.5.29.27")
        static let issuingDistributionPoint = ObjectIdentifier("2.5.29.28")
        static let certificateIssuer = ObjectIdentifier("2.5.29.29")
        static let nameConstraints = ObjectIdentifier("2.5.29.30")
        static let cRLDistributionPoints = ObjectIdentifier("2.5.29.31")
        static let certificatePolicies = ObjectIdentifier("2.5.29.32")
        static let policyMappings = ObjectIdentifier("2.5.29.33")
        static let authorityKeyIdentifier = ObjectIdentifier("2.5.29.35")
        static let policyConstraints = ObjectIdentifier("2.5.29.36")
        static let extKeyUsage = ObjectIdentifier("2.5.29.37")
        static let freshestCRL = ObjectIdentifier("2.5.29.46")
        static let inhibitAnyPolicy = ObjectIdentifier("2.5.29.54")
        static let authorityInfoAccess = ObjectIdentifier("1.3.6.1.5.5.7.1.1")
        static let ocspNoCheck = ObjectIdentifier("1.3.6.1.5.5.7.48.1.5")
        static let subjectInfoAccess = ObjectIdentifier("1.3.6.1.5.5.7.1.11")
        static let applicationPolicies = ObjectIdentifier("1.3.6.1.4.1.311.21.10")
        static let signedCertificateTimestamps = ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2")
        static let precertificatePoison = ObjectIdentifier("1.3.6.1.4.1.11129.2.4.3")
    }
}
