/// One tag in the text of a TlsCertificateName, whole or damaged.
struct TlsCertificateNameTag {
    /// What a tag announces.
    enum Role {
        case issuer, subject
    }

    let role: Role
    let range: Range<Int>
    private(set) var damage: [TlsCertificateNameDamage] = []

    /// Reads the tag that begins at a position, a backslash before it being part of it; nil where none does.
    init?(in scalars: [Unicode.Scalar], at start: Int) {
        var position = start
        func skip(_ accepted: (Unicode.Scalar) -> Bool) -> Bool {
            let before = position
            // A tag with more than a few strange characters is no tag any more.
            while position < scalars.count, position - before < 3, accepted(scalars[position]) {
                position += 1
            }
            return position > before
        }
        if skip({ $0 == "\\" }) { damage.append(.backslashBeforeTag) }
        guard position < scalars.count, scalars[position] == "<" else { return nil }
        position += 1
        if skip({ $0 == " " }) { damage.append(.blankInTag) }
        if skip({ $0 == "\\" || $0 == "/" }) { damage.append(.slashInTag) }
        guard position < scalars.count else { return nil }
        switch scalars[position] {
        case "I", "i": role = .issuer
        case "S", "s": role = .subject
        default: return nil
        }
        position += 1
        if skip({ $0 == "\\" || $0 == "/" }) { damage.append(.slashInTag) }
        if skip({ $0 == " " }) { damage.append(.blankInTag) }
        guard position < scalars.count, scalars[position] == ">" else { return nil }
        range = start..<(position + 1)
    }
}
