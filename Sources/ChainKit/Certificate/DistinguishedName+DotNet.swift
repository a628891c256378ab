extension DistinguishedName {
    var renderedDotNet: String {
        rendered(between: ", ", within: " + ") { attribute, text in
            text += Self.dotNetName(attribute.type)
            text += "="
            text += Self.dotNetQuoted(attribute.value.text)
        }
    }

    /// Joins the texts of the attributes, last relative name first.
    func rendered(
        between relativeNames: String,
        within relativeName: String,
        _ append: (Attribute, inout String) -> Void
    ) -> String {
        var result = ""
        result.reserveCapacity(der.count)
        var end = attributes.count
        while end > 0 {
            var start = end - 1
            while start > 0, attributes[start - 1].relativeName == attributes[end - 1].relativeName {
                start -= 1
            }
            if end < attributes.count { result += relativeNames }
            for index in start..<end {
                if index > start { result += relativeName }
                append(attributes[index], &result)
            }
            end = start
        }
        return result
    }

    private static func dotNetName(_ type: ObjectIdentifier) -> String {
        dotNetNames[type] ?? "OID.\(type.dotted)"
    }

    static let dotNetNames: [ObjectIdentifier: String] = [
        AttributeType.commonName: "CN", AttributeType.locality: "L", AttributeType.stateOrProvince: "S",
        AttributeType.organization: "O", AttributeType.organizationalUnit: "OU", AttributeType.country: "C",
        AttributeType.street: "STREET", AttributeType.domainComponent: "DC", AttributeType.emailAddress: "E",
        AttributeType.serialNumber: "SERIALNUMBER", AttributeType.surname: "SN", AttributeType.givenName: "G",
        AttributeType.initials: "I", AttributeType.title: "T", AttributeType.postalCode: "PostalCode",
        AttributeType.dnQualifier: "dnQualifier",
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
    static func dotNetQuoted(_ text: String) -> String {
        // Octets before properties: nearly every value begins and ends with a letter or digit of ASCII.
        let isBlank: (Unicode.Scalar?) -> Bool = { scalar in
            guard let scalar else { return true }
            return scalar.isASCII
                ? scalar.value == 0x20 || (0x09...0x0d).contains(scalar.value)
                : scalar.properties.isWhitespace
        }
        guard
            text.utf8.contains(where: Self.isSpecial) || isBlank(text.unicodeScalars.first)
                || isBlank(text.unicodeScalars.last)
        else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
