/// Why it cannot be told whether a certificate was revoked.
public enum RevocationDoubt: Sendable, Hashable {
    /// Nothing at hand is about the certificate.
    case noList
    /// The list or response for it has run out.
    case stale(since: Instant)
    /// The list or response for it is from the future.
    case notYetValid(from: Instant)
    /// The signature on the list or response is not its issuer's.
    case signatureInvalid
    /// The signature uses an algorithm that is beyond this libcrypto.
    case signatureNotVerifiable(algorithm: String)
    /// The list's issuer may not sign lists: its keyUsage lacks cRLSign.
    case cRLSignMissing
    /// No certificate of the list's issuer is here.
    case signerMissing
    /// The signer of the list or response has no good path to the anchor of the certificate's own path.
    case signerNotTrusted
    /// The list or response holds what is not understood and must be.
    case criticalExtensionNotUnderstood(ObjectIdentifier)
    /// The list is malformed, in words.
    case malformed(String)
    /// Lists are here, and none of them covers the certificate.
    case outOfScope
    /// The lists that are here do not cover every reason.
    case reasonsMissing
    /// Only a delta list is here, without the list that it adds to.
    case deltaWithoutBase
    /// The responder says that it does not know the certificate.
    case responderKnowsNothing
    /// The response was signed by an appointed responder whose keyUsage lacks digitalSignature.
    case digitalSignatureMissing
    /// Too many signers of lists had to be looked at.
    case budgetSpent

    /// Whether a responder was asked and says that its issuer knows of no such certificate.
    public var isUnknownToResponder: Bool { self == .responderKnowsNothing }

    /// Whether a newer list or response would settle it.
    public var isStale: Bool { if case .stale = self { true } else { false } }

    /// The cause in words, lower case, no full stop.
    public var words: String {
        switch self {
        case .noList: "no revocation list or response for it is here"
        case .stale(let instant): "the newest list or response for it ran out on \(instant.rfc3339)"
        case .notYetValid(let instant): "the list or response for it only holds from \(instant.rfc3339)"
        case .signatureInvalid: "the signature on its list or response is wrong"
        case .signatureNotVerifiable(let algorithm):
            "the signature on its list or response (\(algorithm)) cannot be checked here"
        case .cRLSignMissing: "its list was signed by a key that may not sign lists"
        case .signerMissing: "the certificate that signed its list or response is not here"
        case .signerNotTrusted: "the signer of its list or response is not trusted under the same root"
        case .criticalExtensionNotUnderstood(let identifier):
            "its list or response has a critical extension \(identifier) that is not understood"
        case .malformed(let text): "its list or response is malformed: \(text)"
        case .outOfScope: "no list of its issuer's covers it"
        case .reasonsMissing: "the lists for it do not cover every reason"
        case .deltaWithoutBase: "its delta list stands here without the list that it adds to"
        case .budgetSpent: "its lists name more signers than are looked at"
        case .responderKnowsNothing: #"the OCSP responder of its issuer says "unknown": it does not know it"#
        case .digitalSignatureMissing: "its response was signed by a key that may not sign responses"
        }
    }
}
