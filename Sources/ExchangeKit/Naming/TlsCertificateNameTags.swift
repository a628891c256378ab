public import ChainKit

/// The tags of a TlsCertificateName's text, whole or damaged, and what stands between them.
struct TlsCertificateNameTags {
    private(set) var issuer: String?
    private(set) var subject: String?
    private(set) var damage: [TlsCertificateNameDamage] = []
    private(set) var untagged = ""

    init(_ text: String) {
        let bare = bared(text)
        let scalars = Array(bare.unicodeScalars)
        // A value in quotes may hold what looks like a tag. Where the quotes themselves are damaged, tags go first.
        let outside = Self.tags(in: scalars, heedingQuotes: true)
        let tags = outside.count >= 2 ? outside : Self.tags(in: scalars, heedingQuotes: false)
        if let first = tags.first, first.range.lowerBound > 0 {
            note(.textBeforeTag)
            untagged += Self.text(scalars[..<first.range.lowerBound])
        } else if tags.isEmpty {
            untagged = bare
        }
        for (number, tag) in tags.enumerated() {
            for damage in tag.damage { note(damage) }
            let end = number + 1 < tags.count ? tags[number + 1].range.lowerBound : scalars.count
            let part = Self.text(scalars[tag.range.upperBound..<end])
            untagged += part
            switch tag.role {
            case .issuer where issuer == nil: issuer = part
            case .subject where subject == nil:
                subject = part
                if issuer == nil, tags.contains(where: { $0.role == .issuer }) { note(.swappedOrder) }
            default: note(.repeatedTag)
            }
        }
        if issuer == nil { note(.missingIssuerTag) }
        if subject == nil { note(.missingSubjectTag) }
        // Nothing else than the issuer can stand before a lone <S>.
        if issuer == nil, subject != nil, let first = tags.first, first.range.lowerBound > 0 {
            issuer = Self.text(scalars[..<first.range.lowerBound])
        }
    }

    private mutating func note(_ item: TlsCertificateNameDamage) {
        if !damage.contains(item) { damage.append(item) }
    }

    /// The text without entities, and without blanks and quotes that enclose all of it.
    private mutating func bared(_ text: String) -> String {
        var bare = text
        let lowered = text.lowercased()
        if lowered.contains("&lt;") || lowered.contains("&gt;") {
            note(.htmlEntities)
            bare = HtmlEntities.decode(text)
        }
        let trimmed = bare.trimmed
        if trimmed.utf8.count != bare.utf8.count { note(.enclosingBlanks) }
        let scalars = Array(trimmed.unicodeScalars)
        guard scalars.count >= 2, let first = scalars.first, first == scalars.last,
            first == "'" || first == "\"",
            scalars[1] == "<" || first == "'"
        else { return trimmed }
        note(.enclosingQuotes)
        return Self.text(scalars[1..<(scalars.count - 1)])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func tags(in scalars: [Unicode.Scalar], heedingQuotes: Bool) -> [TlsCertificateNameTag] {
        var tags: [TlsCertificateNameTag] = []
        var position = 0
        var isInQuotes = false
        while position < scalars.count {
            if heedingQuotes, scalars[position] == "\"" { isInQuotes.toggle() }
            if !isInQuotes, let tag = TlsCertificateNameTag(in: scalars, at: position) {
                tags.append(tag)
                position = tag.range.upperBound
            } else {
                position += 1
            }
        }
        return tags
    }
}

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

extension TlsCertificateName {
    /// Reads a name that stands in a connector; the tags in either case, as Microsoft's own pages write them.
    public init(reading text: String) {
        let tags = TlsCertificateNameTags(text)
        self.init(
            text: text,
            issuer: tags.issuer,
            subject: tags.subject,
            damage: tags.damage,
            untagged: tags.untagged
        )
    }
}
