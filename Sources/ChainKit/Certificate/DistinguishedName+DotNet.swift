extension DistinguishedName {
    /// The text that .NET's `X500DistinguishedName.Name` gives, and so `Get-ExchangeCertificate`: what stands in a
    /// TlsCertificateName.
    ///
    /// Last relative name first, joined by comma and blank; `S=` for the state and `E=` for the mail address;
    /// identifiers without a name as `OID.1.2.3`; values with special characters in quotes, a quote doubled.
    /// OpenSSL's rendering of the same name never matches it.
    public var dotNet: String {
        relativeNames.reversed().map { group in
            group.map { "\(Self.dotNetName($0.type))=\(Self.dotNetQuoted($0.value.text))" }.joined(
                separator: " + "
            )
        }.joined(separator: ", ")
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

    private static let special = Set(",+=\"\n<>#;".utf8)

    /// A value as .NET writes it: in quotes where it holds a special character or begins or ends with a blank.
    static func dotNetQuoted(_ text: String) -> String {
        let isBlank: (Unicode.Scalar?) -> Bool = { $0?.properties.isWhitespace ?? true }
        guard
            text.utf8.contains(where: special.contains) || isBlank(text.unicodeScalars.first)
                || isBlank(text.unicodeScalars.last)
        else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
