/// Which attribute type a text means, whoever wrote it: `S`, `ST` and `OID.2.5.4.8` are the same.
enum AttributeTypeText {
    /// What two texts for the same type share: the dotted identifier, or the text in lower case where it is unknown.
    static func key(_ text: String) -> String {
        let lowered = text.lowercased()
        let dotted = lowered.hasPrefix("oid.") ? String(lowered.dropFirst(4)) : lowered
        return keys[lowered] ?? dotted
    }

    /// Whether the text is OpenSSL's abbreviation of the state, which .NET writes `S`.
    static func isStateOfOpenSSL(_ text: String) -> Bool { text.lowercased() == "st" }

    private static let keys: [String: String] = {
        let dotNet = DotNetText.typeNames.map { ($0.name.description.lowercased(), $0.type.dotted) }
        let others: [(String, ObjectIdentifier)] = [
            ("st", AttributeType.stateOrProvince), ("stateorprovincename", AttributeType.stateOrProvince),
            ("emailaddress", AttributeType.emailAddress), ("email", AttributeType.emailAddress),
            ("gn", AttributeType.givenName), ("givenname", AttributeType.givenName),
            ("surname", AttributeType.surname), ("title", AttributeType.title), ("uid", AttributeType.userID),
            ("commonname", AttributeType.commonName), ("organizationname", AttributeType.organization),
            ("organizationalunitname", AttributeType.organizationalUnit),
            ("countryname", AttributeType.country), ("localityname", AttributeType.locality),
            ("businesscategory", AttributeType.businessCategory),
            ("organizationidentifier", AttributeType.organizationIdentifier),
            ("streetaddress", AttributeType.street),
        ]
        return Dictionary(dotNet + others.map { ($0.0, $0.1.dotted) }) { first, _ in first }
    }()
}
