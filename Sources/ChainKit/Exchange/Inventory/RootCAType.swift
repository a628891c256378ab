/// In which store of the server the root of a certificate was found, as `Get-ExchangeCertificate` reports it.
///
/// It says where this server keeps the root, not whether Exchange Online trusts it.
public enum RootCAType: Sendable, Hashable {
    case none, thirdParty, enterprise, registry, groupPolicy, unknown
    /// A number or a word that Microsoft's reference does not name.
    case other(String)

    /// Microsoft's words for the types (Get-ExchangeCertificate).
    static let words: [(type: Self, word: String)] = [
        (.none, "None"), (.thirdParty, "ThirdParty"), (.enterprise, "Enterprise"), (.registry, "Registry"),
        (.groupPolicy, "GroupPolicy"), (.unknown, "Unknown"),
    ]

    /// Microsoft's word.
    public var word: String {
        if case .other(let text) = self { return text }
        return Self.words.first { $0.type == self }?.word ?? "Unknown"
    }
}
