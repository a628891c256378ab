/// A key purpose of the extendedKeyUsage extension (RFC 5280, 4.2.1.12).
public struct KeyPurpose: Sendable, Hashable {
    /// The purpose's identifier.
    public let identifier: ObjectIdentifier

    /// Takes an identifier.
    public init(_ identifier: ObjectIdentifier) { self.identifier = identifier }

    /// A TLS server.
    public static let serverAuthentication = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.1"))
    /// A TLS client.
    public static let clientAuthentication = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.2"))
    /// Signing of programs.
    public static let codeSigning = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.3"))
    /// S/MIME.
    public static let emailProtection = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.4"))
    /// Time stamping.
    public static let timeStamping = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.8"))
    /// Signing of OCSP responses.
    public static let ocspSigning = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.9"))
    /// Every purpose.
    public static let any = KeyPurpose(ObjectIdentifier("2.5.29.37.0"))

    /// The standard's short name (`serverAuth`), or the dotted identifier of a purpose not known here.
    public var name: String {
        Self.names.first { $0.purpose == self }?.name ?? identifier.dotted
    }

    private static let names: [(purpose: KeyPurpose, name: String)] = [
        (serverAuthentication, "serverAuth"), (clientAuthentication, "clientAuth"),
        (codeSigning, "codeSigning"),
        (emailProtection, "emailProtection"), (timeStamping, "timeStamping"), (ocspSigning, "OCSPSigning"),
        (any, "anyExtendedKeyUsage"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.5")), "ipsecEndSystem"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.6")), "ipsecTunnel"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.7")), "ipsecUser"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.10.3.4")), "encryptedFileSystem"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.10.3.12")), "documentSigning"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.20.2.2")), "smartcardLogon"),
    ]
}
