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
