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
