/// The text by which a connector names its certificate: `<I>issuer<S>subject` in .NET's rendering.
public struct TlsCertificateName: Sendable, Hashable {
    /// The text, as it stands in the connector.
    public let text: String
    /// What stands behind `<I>`, nil where there is nothing that can be told to be the issuer.
    public let issuer: String?
    /// What stands behind `<S>`, nil where there is nothing that can be told to be the subject.
    public let subject: String?
    /// What is wrong with the text's form, in the order of the text; empty for a well-formed name.
    public let damage: [TlsCertificateNameDamage]
    /// The text without its tags, entities and what encloses it.
    package let untagged: String

    /// Makes the name that `Set-SendConnector -TlsCertificateName` wants for a certificate.
    public init(_ certificate: Certificate) {
        self.init(issuer: certificate.issuer.dotNet, subject: certificate.subject.dotNet)
    }

    /// Makes the name for a certificate of a server's store, nil where its issuer or subject is not known.
    public init?(_ installed: InstalledCertificate) {
        guard let issuer = installed.dotNetIssuer, let subject = installed.dotNetSubject else { return nil }
        self.init(issuer: issuer, subject: subject)
    }

    private init(issuer: String, subject: String) {
        text = "<I>\(issuer)<S>\(subject)"
        self.issuer = issuer
        self.subject = subject
        damage = []
        untagged = issuer + subject
    }

    /// Takes a name that was read from a connector.
    package init(
        text: String,
        issuer: String?,
        subject: String?,
        damage: [TlsCertificateNameDamage],
        untagged: String
    ) {
        self.text = text
        self.issuer = issuer
        self.subject = subject
        self.damage = damage
        self.untagged = untagged
    }

    /// Characters as Active Directory counts them, in UTF-16.
    public var length: Int { text.utf16.count }

    /// The length of a certificate's name, without making it.
    static func length(for certificate: Certificate) -> Int {
        certificate.issuer.dotNet.utf16.count + certificate.subject.dotNet.utf16.count + "<I><S>".utf16.count
    }

    /// The attribute's upper range since Exchange 2013 CU6 (Microsoft, Active Directory schema changes).
    public static let longest = 1_024
    /// The upper range before Exchange 2013 CU6.
    public static let longestInOldSchemas = 256
}

extension InstalledCertificate {
    /// The issuer in .NET's rendering, nil where neither the export nor the octets say it.
    package var dotNetIssuer: String? { issuer ?? certificate?.issuer.dotNet }
    /// The subject in .NET's rendering, nil where neither the export nor the octets say it.
    package var dotNetSubject: String? { subject ?? certificate?.subject.dotNet }
}

/// What is wrong with the form of a TlsCertificateName, whatever it names.
public enum TlsCertificateNameDamage: String, Sendable, Hashable, CaseIterable {
    /// `&lt;I&gt;`: copied from a page or a log that was written for a browser.
    case htmlEntities
    /// Quotes around the whole.
    case enclosingQuotes
    /// Blanks before or after the whole.
    case enclosingBlanks
    /// Something stands before the first tag.
    case textBeforeTag
    /// `\<S>`, as logs of the Hybrid Configuration Wizard show it.
    case backslashBeforeTag
    /// `<\S>` or `</S>`.
    case slashInTag
    /// `< I >`.
    case blankInTag
    /// A tag stands twice.
    case repeatedTag
    /// `<S>` stands before `<I>`.
    case swappedOrder
    case missingIssuerTag
    case missingSubjectTag

    /// The damage in words, lower case, no full stop.
    public var text: String {
        switch self {
        case .htmlEntities: "it holds HTML entities such as &lt; where < and > must stand"
        case .enclosingQuotes: "quotes enclose the whole"
        case .enclosingBlanks: "it begins or ends with a blank"
        case .textBeforeTag: "something stands before the first tag"
        case .backslashBeforeTag: "a backslash stands before a tag"
        case .slashInTag: "a slash or backslash stands inside a tag"
        case .blankInTag: "a blank stands inside a tag"
        case .repeatedTag: "a tag stands twice"
        case .swappedOrder: "<S> stands before <I>"
        case .missingIssuerTag: "there is no <I>"
        case .missingSubjectTag: "there is no <S>"
        }
    }
}

extension TlsCertificateName: CustomStringConvertible {
    /// ``text``.
    public var description: String { text }
}
