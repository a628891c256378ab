/// The text by which a connector names its certificate: `<I>issuer<S>subject` in .NET's rendering.
public struct TlsCertificateName: Sendable, Hashable {
    private let issuer: DistinguishedName
    private let subject: DistinguishedName

    /// Makes the name that `Set-SendConnector -TlsCertificateName` wants for a certificate.
    public init(_ certificate: Certificate) {
        issuer = certificate.issuer
        subject = certificate.subject
    }

    /// The text.
    public var text: String {
        var text = "<I>"
        text.reserveCapacity(issuer.dotNet.utf8.count + subject.dotNet.utf8.count + 6)
        text += issuer.dotNet
        text += "<S>"
        text += subject.dotNet
        return text
    }

    /// Characters as Active Directory counts them, in UTF-16.
    public var length: Int { issuer.dotNet.utf16.count + subject.dotNet.utf16.count + "<I><S>".utf16.count }

    /// Two names are the same when their texts are.
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

    /// Feeds the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The attribute's upper range since Exchange 2013 CU6 (Microsoft, Active Directory schema changes).
    public static let longest = 1_024
    /// The upper range before Exchange 2013 CU6.
    public static let longestInOldSchemas = 256
}
