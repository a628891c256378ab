import Octets

/// A name as RFC 4514 writes it.
enum RFC4514Text {
    static func rendered(_ attributes: [DistinguishedName.Attribute], in text: inout OctetText) -> String {
        DistinguishedName.rendered(
            attributes,
            between: ",",
            within: "+",
            in: &text,
            type: appendShortName,
            value: append
        )
    }

    private static func appendShortName(_ type: ObjectIdentifier, to text: inout OctetText) {
        if let known = shortNames.first(where: { $0.type == type }) {
            text.append(known.name)
        } else {
            type.appendDotted(to: &text)
        }
    }

    /// The commonest first: a list is searched faster than an identifier is hashed.
    private static let shortNames: [(type: ObjectIdentifier, name: StaticString)] = [
        (AttributeType.commonName, "CN"),
        (AttributeType.locality, "L"),
        (AttributeType.stateOrProvince, "ST"),
        (AttributeType.organization, "O"),
        (AttributeType.organizationalUnit, "OU"),
        (AttributeType.country, "C"),
        (AttributeType.street, "STREET"),
        (AttributeType.domainComponent, "DC"),
        (AttributeType.userID, "UID"),
        (AttributeType.emailAddress, "emailAddress"),
        (AttributeType.serialNumber, "serialNumber"),
        (AttributeType.surname, "SN"),
        (AttributeType.givenName, "GN"),
        (AttributeType.title, "title"),
        (AttributeType.organizationIdentifier, "organizationIdentifier"),
        (AttributeType.businessCategory, "businessCategory"),
        (AttributeType.postalCode, "postalCode"),
    ]

    private static func mayNeedEscape(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: ";"), UInt8(ascii: "#"):
            true
        default: false
        }
    }

    private static func append(_ value: String, to text: inout OctetText) {
        // Octets, not characters: nearly every value has nothing to escape, and this runs for each of them.
        let isDoubtful = value.withOctets { octets in
            let blank = UInt8(ascii: " ")
            return octets.first == blank || octets.last == blank || octets.contains(where: mayNeedEscape)
        }
        text.append(isDoubtful ? escaped(value) : value)
    }

    private static func escaped(_ text: String) -> String {
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
