extension DistinguishedName {
    /// The text of RFC 4514: last relative name first, special characters escaped with a backslash.
    ///
    /// Attribute types without a short name in RFC 4514, 3 print as dotted identifiers, save those whose short name
    /// every tool of the field knows. Control characters are kept: escaping for a place is that place's business.
    public var rfc4514: String {
        relativeNames.reversed().map { group in
            group.map { "\(Self.shortName($0.type))=\(Self.escape($0.value.text))" }.joined(separator: "+")
        }.joined(separator: ",")
    }

    private static func shortName(_ type: ObjectIdentifier) -> String {
        shortNames[type] ?? type.dotted
    }

    private static let shortNames: [ObjectIdentifier: String] = [
        AttributeType.commonName: "CN", AttributeType.locality: "L", AttributeType.stateOrProvince: "ST",
        AttributeType.organization: "O", AttributeType.organizationalUnit: "OU", AttributeType.country: "C",
        AttributeType.street: "STREET", AttributeType.domainComponent: "DC", AttributeType.userID: "UID",
        AttributeType.emailAddress: "emailAddress", AttributeType.serialNumber: "serialNumber",
        AttributeType.surname: "SN", AttributeType.givenName: "GN", AttributeType.title: "title",
        AttributeType.organizationIdentifier: "organizationIdentifier",
        AttributeType.businessCategory: "businessCategory", AttributeType.postalCode: "postalCode",
    ]

    private static let special = Set(",+\"\\<>;# ".utf8)

    private static func escape(_ text: String) -> String {
        // Octets, not characters: nearly every value has nothing to escape, and this runs for each of them.
        guard text.utf8.contains(where: special.contains) else { return text }
        var escaped = ""
        let last = text.unicodeScalars.count - 1
        for (position, scalar) in text.unicodeScalars.enumerated() {
            let isSpecial =
                switch scalar {
                case ",", "+", "\"", "\\", "<", ">", ";": true
                case "#": position == 0 && !isHexadecimalValue(text)
                case " ": position == 0 || position == last
                default: false
                }
            if isSpecial { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// A value that is no string stands as `#` and its octets (RFC 4514, 2.4), and that `#` is no character of it.
    private static func isHexadecimalValue(_ text: String) -> Bool {
        text.hasPrefix("#") && text.utf8.count % 2 == 1 && Hexadecimal.octets(text.dropFirst()) != nil
    }
}
