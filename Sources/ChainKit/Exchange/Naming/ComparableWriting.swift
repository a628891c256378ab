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
