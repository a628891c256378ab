/// What Exchange found when it checked a certificate, as `Get-ExchangeCertificate` reports it.
public enum CertificateStatus: Sendable, Hashable {
    case dateInvalid, invalid, pendingRequest, revocationCheckFailure, revoked, unknown, untrusted, valid
    /// A number or a word that Microsoft's reference does not name.
    case other(String)

    /// Microsoft's words for the states (Get-ExchangeCertificate).
    static let words: [(status: Self, word: String)] = [
        (.dateInvalid, "DateInvalid"), (.invalid, "Invalid"), (.pendingRequest, "PendingRequest"),
        (.revocationCheckFailure, "RevocationCheckFailure"), (.revoked, "Revoked"), (.unknown, "Unknown"),
        (.untrusted, "Untrusted"), (.valid, "Valid"),
    ]

    /// Microsoft's word.
    public var word: String {
        if case .other(let text) = self { return text }
        return Self.words.first { $0.status == self }?.word ?? "Unknown"
    }
}
