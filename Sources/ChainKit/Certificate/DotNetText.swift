import Octets

/// A name as .NET writes it.
package enum DotNetText {
    static func rendered(_ attributes: [DistinguishedName.Attribute], in text: inout OctetText) -> String {
        DistinguishedName.rendered(
            attributes,
            between: ", ",
            within: " + ",
            in: &text,
            type: appendTypeName,
            value: append
        )
    }

    private static func appendTypeName(_ type: ObjectIdentifier, to text: inout OctetText) {
        if let known = typeNames.first(where: { $0.type == type }) {
            text.append(known.name)
        } else {
            text.append("OID." as StaticString)
            type.appendDotted(to: &text)
        }
    }

    /// The commonest first: a list is searched faster than an identifier is hashed.
    package static let typeNames: [(type: ObjectIdentifier, name: StaticString)] = [
        (AttributeType.commonName, "CN"),
        (AttributeType.locality, "L"),
        (AttributeType.stateOrProvince, "S"),
        (AttributeType.organization, "O"),
        (AttributeType.organizationalUnit, "OU"),
        (AttributeType.country, "C"),
        (AttributeType.street, "STREET"),
        (AttributeType.domainComponent, "DC"),
        (AttributeType.emailAddress, "E"),
        (AttributeType.serialNumber, "SERIALNUMBER"),
        (AttributeType.surname, "SN"),
        (AttributeType.givenName, "G"),
        (AttributeType.initials, "I"),
        (AttributeType.title, "T"),
        (AttributeType.postalCode, "PostalCode"),
        (AttributeType.dnQualifier, "dnQualifier"),
    ]

    private static func isSpecial(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "\""), 0x0a,
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: ";"):
            true
        default: false
        }
    }

    /// A value as .NET writes it: in quotes where it holds a special character or begins or ends with a blank.
    package static func quoted(_ text: String) -> String { needsQuotes(text) ? inQuotes(text) : text }

    private static func append(_ value: String, to text: inout OctetText) {
        text.append(needsQuotes(value) ? inQuotes(value) : value)
    }

    private static func needsQuotes(_ text: String) -> Bool {
        let isPlain = text.withOctets { octets in
            guard let first = octets.first, let last = octets.last else { return false }
            return isVisible(first) && isVisible(last) && !octets.contains(where: isSpecial)
        }
        guard !isPlain else { return false }
        let isBlank: (Unicode.Scalar?) -> Bool = { scalar in
            guard let scalar else { return true }
            return scalar.isASCII
                ? scalar.value == 0x20 || (0x09...0x0d).contains(scalar.value)
                : scalar.properties.isWhitespace
        }
        return text.hasOctet(where: isSpecial) || isBlank(text.unicodeScalars.first)
            || isBlank(text.unicodeScalars.last)
    }

    /// Whether it is a character of ASCII that shows: nearly every value begins and ends with one.
    private static func isVisible(_ octet: UInt8) -> Bool { octet > 0x20 && octet < 0x7f }

    private static func inQuotes(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
