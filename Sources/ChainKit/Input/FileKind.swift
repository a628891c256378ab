/// What a file is, told by its content and never by its name.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
    /// PEM with at least one certificate, or with blocks of several kinds.
    case pem
    /// One or several certificates in DER.
    case der
    /// A CMS message, in PEM or binary: certificates as Windows exports a chain, or a signed message.
    case pkcs7
    /// A PFX: certificates and keys under a password.
    case pkcs12
    /// Base64 without armour, or of a whole PEM.
    case base64
    /// Windows' serialized store (.sst).
    case serializedStore = "serialized-store"
    /// A request that a CA has not answered yet.
    case certificateRequest = "certificate-request"
    /// A CRL.
    case revocationList = "revocation-list"
    /// The answer of an OCSP responder.
    case ocspResponse = "ocsp-response"
    /// A private key alone.
    case privateKey = "private-key"
    /// A public key alone.
    case publicKey = "public-key"
    /// A certificate trust list (.stl).
    case trustList = "trust-list"
    /// A Java key store in its own format.
    case javaKeyStore = "java-key-store"
    /// Objects that a cmdlet of PowerShell wrote out.
    case exchangeExport = "exchange-export"
    /// Text that holds nothing of the above.
    case text
    /// Nothing, or white space only.
    case empty
    /// A folder, reported where it could not be read.
    case folder
    /// A device, pipe, socket, or a link that leads nowhere.
    case special
    /// Anything else.
    case other
}
