/// The texts of names that stand in many certificates: the few issuers of a whole folder.
struct NameTexts {
    /// A name in both renderings.
    struct Texts {
        let rfc4514: String
        let dotNet: String

        init(_ name: DistinguishedName) {
            rfc4514 = name.rfc4514
            dotNet = name.dotNet
        }
    }

    /// Names kept; a folder of 10,000 certificates has a few dozen issuers, a hostile one must not fill the memory.
    private static let kept = 1_024
    private var texts: [DistinguishedName: Texts] = [:]

    /// The texts of a name, remembered.
    mutating func texts(of name: DistinguishedName) -> Texts {
        if let known = texts[name] { return known }
        if texts.count >= Self.kept { texts.removeAll() }
        let new = Texts(name)
        texts[name] = new
        return new
    }
}
