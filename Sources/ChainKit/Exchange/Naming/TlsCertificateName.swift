/// The text by which a connector names its certificate: `<I>issuer<S>subject` in .NET's rendering.
public struct TlsCertificateName: Sendable, Hashable {
    /// The text.
    public let text: String

    /// Makes the name that `Set-SendConnector -TlsCertificateName` wants for a certificate.
    public init(_ certificate: Certificate) {
        text = "<I>\(certificate.issuer.dotNet)<S>\(certificate.subject.dotNet)"
    }

    /// Characters as Active Directory counts them, in UTF-16.
    public var length: Int { text.utf16.count }

    /// The attribute's upper range since Exchange 2013 CU6 (Microsoft, Active Directory schema changes).
    public static let longest = 1_024
    /// The upper range before Exchange 2013 CU6.
    public static let longestInOldSchemas = 256
}
