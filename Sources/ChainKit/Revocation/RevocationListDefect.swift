/// A departure from RFC 5280, section 5 that makes a list unfit to call a certificate good.
///
/// What such a list revokes is revoked all the same: its issuer signed that.
public enum RevocationListDefect: Sendable, Hashable {
    /// The version is neither 1 nor 2, or there are extensions and it is not 2 (5.1.2.1).
    case version(Int)
    /// thisUpdate does not decode.
    case thisUpdate(reason: String)
    /// nextUpdate does not decode.
    case nextUpdate(reason: String)
    /// There is no nextUpdate, so that nothing says until when the list holds (5.1.2.5).
    case nextUpdateMissing
    /// A time before 2050 is a GeneralizedTime (5.1.2.4 and 5.1.2.5).
    case timeNotUTCTime
    /// The algorithm inside the signed part is another than the one outside (5.1.1.2).
    case signatureAlgorithmsDiffer
    /// An extension is critical that must not be (5.2.1, 5.2.3, 5.2.6, 5.2.7).
    case mustNotBeCritical(ObjectIdentifier)
    /// An extension's value does not decode.
    case extensionValue(ObjectIdentifier)
    /// An extension occurs twice.
    case repeatedExtension(ObjectIdentifier)

    /// The defect in words, lower case, no full stop.
    public var text: String {
        switch self {
        case .version(let version): "version \(version) does not fit it"
        case .thisUpdate(let reason): "its thisUpdate: \(reason)"
        case .nextUpdate(let reason): "its nextUpdate: \(reason)"
        case .nextUpdateMissing: "it has no nextUpdate"
        case .timeNotUTCTime: "a time before 2050 is not a UTCTime"
        case .signatureAlgorithmsDiffer: "its two signature algorithms differ"
        case .mustNotBeCritical(let identifier): "its extension \(identifier) must not be critical"
        case .extensionValue(let identifier): "its extension \(identifier) is malformed"
        case .repeatedExtension(let identifier): "its extension \(identifier) occurs twice"
        }
    }
}
