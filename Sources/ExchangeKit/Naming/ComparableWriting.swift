/// A name as somebody wrote it, to be held against .NET's rendering of the same name.
struct ComparableWriting {
    private let name: DotNetName
    private let dialect: DotNetNameReader.Dialect
    private let text: String

    init(_ name: DotNetName, _ dialect: DotNetNameReader.Dialect, text: String) {
        self.name = name
        self.dialect = dialect
        self.text = text
    }

    /// How the writing differs from .NET's, nil where it is another name.
    func compare(to actual: DotNetName) -> [TlsCertificateNameDifference]? {
        let written = name.relativeNames
        let isReversed: Bool
        if Self.areSame(written, actual.relativeNames) {
            isReversed = false
        } else if Self.areSame(written.reversed(), actual.relativeNames) {
            isReversed = true
        } else {
            return nil
        }
        var found: Set<TlsCertificateNameDifference> = form
        if isReversed { found.insert(.reversedOrder) }
        for (one, other) in zip(isReversed ? written.reversed() : written, actual.relativeNames) {
            for (attribute, counterpart) in zip(Self.sorted(one), Self.sorted(other)) {
                found.formUnion(Self.differences(attribute, counterpart))
            }
        }
        // The same attributes of one relative name in another order are all that can be left.
        if found.isEmpty { found.insert(.reversedOrder) }
        return found.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
    }

    /// How the text differs from .NET's rendering of what was read from it.
    private var form: Set<TlsCertificateNameDifference> {
        if dialect == .slashes { return [.slashes] }
        let rendered = name.rendered
        if rendered.utf8.elementsEqual(text.utf8) { return [] }
        return [rendered.withoutBlanks == text.withoutBlanks ? .spacing : .quoting]
    }

    private static func differences(
        _ attribute: DotNetName.Attribute,
        _ counterpart: DotNetName.Attribute
    ) -> Set<TlsCertificateNameDifference> {
        var found: Set<TlsCertificateNameDifference> = []
        if attribute.type != counterpart.type {
            if attribute.type.lowercased() == counterpart.type.lowercased() {
                found.insert(.letterCase)
            } else {
                found.insert(
                    AttributeTypeText.isStateOfOpenSSL(attribute.type) ? .stateAsST : .attributeTypes
                )
            }
        }
        let (value, other) = (attribute.value.withSingleBlanks, counterpart.value.withSingleBlanks)
        if !value.utf8.elementsEqual(other.utf8) { found.insert(.letterCase) }
        if value.utf8.count - attribute.value.utf8.count != other.utf8.count - counterpart.value.utf8.count {
            found.insert(.spacing)
        }
        return found
    }

    private static func areSame(
        _ names: [DotNetName.RelativeName],
        _ others: [DotNetName.RelativeName]
    ) -> Bool {
        names.count == others.count && zip(names, others).allSatisfy { key($0) == key($1) }
    }

    private static func key(_ name: DotNetName.RelativeName) -> [String] { sorted(name).map(key) }

    private static func key(_ attribute: DotNetName.Attribute) -> String {
        AttributeTypeText.key(attribute.type) + "=" + attribute.value.withSingleBlanks.lowercased()
    }

    private static func sorted(_ name: DotNetName.RelativeName) -> [DotNetName.Attribute] {
        name.attributes.count < 2 ? name.attributes : name.attributes.sorted { key($0) < key($1) }
    }
}

/// The entities that stand in for the characters of a TlsCertificateName once it went through a page.
enum HtmlEntities {
    private static let characters: [(entity: String, character: Unicode.Scalar)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]

    /// The text with its entities replaced, each once: `&amp;lt;` becomes `&lt;`.
    static func decode(_ text: String) -> String {
        var decoded = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let next = rest.first {
            let found =
                next == "&"
                ? characters.first { item in
                    rest.count >= item.entity.utf8.count
                        && zip(rest, item.entity.unicodeScalars).allSatisfy { lowered($0) == $1 }
                } : nil
            decoded.append(found?.character ?? next)
            rest = rest.dropFirst(found?.entity.utf8.count ?? 1)
        }
        return String(decoded)
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
}

extension String {
    /// Whether it holds nothing but white space.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Without white space at its ends.
    var trimmed: String {
        String(String.UnicodeScalarView(unicodeScalars.drop(while: \.properties.isWhitespace))).trimmedAtEnd
    }

    /// Without white space at its end.
    var trimmedAtEnd: String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(unicodeScalars[...last])
    }

    /// Without any white space.
    var withoutBlanks: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    /// Runs of white space as one blank, none at the ends.
    var withSingleBlanks: String {
        unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(
            separator: " "
        )
    }
}
