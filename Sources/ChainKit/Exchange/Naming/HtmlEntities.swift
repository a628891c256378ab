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
