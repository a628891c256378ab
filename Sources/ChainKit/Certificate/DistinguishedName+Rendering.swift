extension DistinguishedName {
    /// Joins the attributes as `type=value`, last relative name first; `text` is room that is used and left empty again.
    static func rendered(
        _ attributes: [Attribute],
        between relativeNames: StaticString,
        within relativeName: StaticString,
        in text: inout OctetText,
        type: (ObjectIdentifier, inout OctetText) -> Void,
        value: (String, inout OctetText) -> Void
    ) -> String {
        var end = attributes.count
        while end > 0 {
            var start = end - 1
            while start > 0, attributes[start - 1].relativeName == attributes[end - 1].relativeName {
                start -= 1
            }
            if end < attributes.count { text.append(relativeNames) }
            for index in start..<end {
                if index > start { text.append(relativeName) }
                type(attributes[index].type, &text)
                text.append(UInt8(ascii: "="))
                value(attributes[index].value.text, &text)
            }
            end = start
        }
        return text.takeString()
    }
}
