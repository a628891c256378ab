/// In what a TlsCertificateName departs from a certificate that it was probably meant for.
public enum TlsCertificateNameDifference: Sendable, Hashable {
    /// Blanks are more, fewer or elsewhere.
    case spacing
    /// Capitals and small letters differ.
    case letterCase
    /// A value that .NET puts in quotes has none, or a backslash instead, or the other way round.
    case quoting
    /// `ST=` stands where .NET writes `S=`.
    case stateAsST
    /// An attribute type is written otherwise: `emailAddress=` for `E=`.
    case attributeTypes
    /// Slashes separate the relative names.
    case slashes
    /// The relative names stand in the opposite order, as OpenSSL prints them.
    case reversedOrder
    /// The form is damaged.
    case damaged(TlsCertificateNameDamage)
    /// Issuer and subject stand in each other's place.
    case partsExchanged
    /// The subject alone stands there.
    case issuerMissing
    /// The subject is the certificate's, the issuer is another: the CA changed its issuing certificate.
    case issuerChanged
    /// The issuer is the certificate's, the subject is another.
    case subjectChanged

    /// The difference in words, lower case, no full stop.
    public var text: String {
        switch self {
        case .spacing: "blanks differ"
        case .letterCase: "capitals and small letters differ"
        case .quoting: "quotes differ: .NET puts a value with a comma or another special character in quotes"
        case .stateAsST: "ST= stands where Exchange writes S="
        case .attributeTypes: "an attribute type is not written as Exchange writes it"
        case .slashes: "slashes stand between the parts where Exchange writes commas"
        case .reversedOrder: "the parts stand in the opposite order, as OpenSSL prints them"
        case .damaged(let damage): damage.text
        case .partsExchanged: "issuer and subject stand in each other's place"
        case .issuerMissing: "the subject alone stands there, without an issuer"
        case .issuerChanged: "the subject is the same, but the certificate has another issuer"
        case .subjectChanged: "the issuer is the same, but the certificate has another subject"
        }
    }

    /// How far the difference takes a name from its certificate; the order of near matches, nothing more.
    var distance: Int {
        switch self {
        case .spacing, .letterCase: 1
        case .quoting, .stateAsST, .attributeTypes, .damaged: 2
        case .slashes, .reversedOrder: 3
        case .partsExchanged, .issuerMissing: 10
        case .issuerChanged: 100
        case .subjectChanged: 1_000
        }
    }
}
