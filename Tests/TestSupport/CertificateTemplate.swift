/// The digest of a signature.
package enum ForgedHash: String, Sendable {
    case md5 = "MD5"
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"
}

/// One extension, value given as DER.
package struct ForgedExtension: Sendable {
    package var identifier: String
    package var isCritical: Bool
    package var value: [UInt8]

    /// Makes an extension; `identifier` is dotted or one of OpenSSL's short names.
    package init(_ identifier: String, isCritical: Bool = false, value: [UInt8]) {
        self.identifier = identifier
        self.isCritical = isCritical
        self.value = value
    }
}

/// What a test certificate shall be; the defaults are those of a good server certificate.
package struct CertificateTemplate: Sendable {
    /// Attributes of the subject in order, each in its own RDN; types as OpenSSL names them ("CN", "O", "C").
    package var subject: [(type: String, value: String)]
    /// Attributes of the issuer in place of the real issuer's name.
    package var issuer: [(type: String, value: String)]?
    /// The holder's key; nil makes a new P-256 key.
    package var key: ForgedKey?
    /// The version as X.509 counts it; below 3 no extension is written.
    package var version = 3
    /// Content octets of the serial number's INTEGER; nil takes a new number.
    package var serial: [UInt8]?
    /// GeneralizedTime text; a year before 2050 is encoded as UTCTime.
    package var notBefore = "20260101000000Z"
    package var notAfter = "20270101000000Z"
    /// dNSNames of the SAN.
    package var names: [String] = []
    /// iPAddresses of the SAN.
    package var addresses: [[UInt8]] = []
    /// rfc822Names of the SAN.
    package var emails: [String] = []
    /// Value of basicConstraints' cA; nil leaves the extension out.
    package var isAuthority: Bool? = false
    package var pathLength: Int?
    /// Bits of keyUsage: digitalSignature 0, keyEncipherment 2, keyCertSign 5, cRLSign 6; nil leaves it out.
    package var keyUsage: [Int]? = [0, 2]
    /// Purposes, dotted or as OpenSSL names them; nil leaves the extension out.
    package var extendedKeyUsage: [String]? = ["serverAuth", "clientAuth"]
    package var hasSubjectKeyIdentifier = true
    package var hasAuthorityKeyIdentifier = true
    package var hash = ForgedHash.sha256
    /// Extensions written after those above.
    package var extensions: [ForgedExtension] = []

    /// Makes a template for a server certificate.
    package init(commonName: String) {
        subject = [("CN", commonName)]
    }

    /// Makes a template for a certification authority.
    package static func authority(_ commonName: String) -> CertificateTemplate {
        var template = CertificateTemplate(commonName: commonName)
        template.notBefore = "20200101000000Z"
        template.notAfter = "20400101000000Z"
        template.isAuthority = true
        template.keyUsage = [5, 6]
        template.extendedKeyUsage = nil
        return template
    }
}
