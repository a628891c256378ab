/// How a certificate's names stand to one reference identifier.
public enum NameCoverage: Sendable, Hashable {
    /// A name of the subjectAltName is the reference.
    case exact
    /// A wildcard of the subjectAltName covers the reference.
    case wildcard(String)
    /// Nothing covers it; what comes near, the most telling first.
    case none([NearMiss])

    /// Whether the reference is covered.
    public var isCovered: Bool {
        if case .none = self { false } else { true }
    }
}

/// A name that does not cover a reference although a person might think so.
public enum NearMiss: Sendable, Hashable {
    /// `*.contoso.com` does not cover `contoso.com`.
    case wildcardNeedsLabel(String)
    /// `*.contoso.com` does not cover `mail.eu.contoso.com`: a wildcard stands for one label.
    case wildcardTooShallow(String)
    /// The name stands in the subject's common name only, where no relying party on the web looks (RFC 9525, 6.2).
    case commonNameOnly(String)
    /// A `*` that is not the whole leftmost label.
    case misplacedWildcard(String)
    /// One character differs.
    case typo(String)
    /// The name is another name of the same domain: `smtp.contoso.com` for `mail.contoso.com`.
    case sameDomain(String)
    /// The text would match if it were a host name.
    case unusable(String, reason: String)

    /// The near miss in words.
    public var text: String {
        switch self {
        case .wildcardNeedsLabel(let name): "\(name.shortened) does not cover the bare domain"
        case .wildcardTooShallow(let name): "\(name.shortened) covers one label only, the name is deeper"
        case .commonNameOnly(let name):
            "\(name.shortened) stands in the common name only, which TLS peers do not read"
        case .misplacedWildcard(let name): "\(name.shortened) is no wildcard that anybody matches"
        case .typo(let name): "\(name.shortened) differs in one character"
        case .sameDomain(let name): "\(name.shortened) is another name of the same domain"
        case .unusable(let name, let reason): "\(name.shortened) is no host name: \(reason)"
        }
    }
}
