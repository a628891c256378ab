/// Everything that a report on an offer says.
public struct OfferReport: Sendable {
    /// The request's file, nil where none was given.
    public var request: String?
    /// Who was said to issue, as it was typed; nil where nobody was.
    public var issuer: String?
    /// On what trust rests, in words.
    public var trust: String
    /// What the offer amounts to.
    public var vetting: Vetting

    /// Puts a report together.
    public init(request: String?, issuer: String?, trust: String, vetting: Vetting) {
        self.request = request
        self.issuer = issuer
        self.trust = trust
        self.vetting = vetting
    }

    /// What no judgement of an offer can know.
    static let limits = [
        "whether the CA can prove control of the names, and what CAA records say, was not looked at",
        "keys that are weak for being known, as those of Debian's broken generator, were not looked up",
        "that Exchange Online goes by the dates of Microsoft's list is inferred, not documented",
    ]
}

extension Offer {
    /// The key in a word.
    var keyName: String { request?.publicKey.name ?? key.name }

    /// The names that the certificate will have, as text; none where neither request nor name was given.
    var nameTexts: [String] { isNameless ? [] : names.map(\.printed) }
}
