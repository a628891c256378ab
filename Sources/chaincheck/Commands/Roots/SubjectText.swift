import ChainKit

/// A name in the form of the root records: `Common Name: ISRG Root X1, Organization: …, Country: US`.
///
/// The most specific attribute first, whichever end of the encoding it stands at; the values of a repeated attribute
/// together, last first; semicolons between the parts where one of them holds a comma.
enum SubjectText {
    static func text(_ name: DistinguishedName) -> String {
        var labels: [String] = []
        var values: [String: [String]] = [:]
        for attribute in name.attributes {
            let label = labelNames[attribute.type.dotted] ?? attribute.type.dotted
            if values[label] == nil { labels.append(label) }
            values[label, default: []].append(attribute.value.text)
        }
        let last = name.attributes.last.map { labelNames[$0.type.dotted] ?? "" }
        if last != "Country" { labels.reverse() }
        let parts = labels.map { "\($0): \((values[$0] ?? []).reversed().joined(separator: ", "))" }
        return parts.joined(separator: parts.contains { $0.contains(",") } ? "; " : ", ")
    }

    /// The common name, else the last organizational unit or organization, else all of the name.
    static func shortText(_ name: DistinguishedName) -> String {
        for type in ["2.5.4.3", "2.5.4.11", "2.5.4.10"].compactMap({ ObjectIdentifier(dotted: $0) }) {
            if let value = name.values(of: type).last { return value }
        }
        return text(name)
    }

    private static let labelNames = [
        "2.5.4.3": "Common Name", "2.5.4.4": "Surname", "2.5.4.5": "Serial Number", "2.5.4.6": "Country",
        "2.5.4.7": "Locality", "2.5.4.8": "State/Province", "2.5.4.9": "Street Address",
        "2.5.4.10": "Organization",
        "2.5.4.11": "Organizational Unit", "2.5.4.12": "Title", "2.5.4.15": "Business Category",
        "2.5.4.17": "Postal Code", "2.5.4.20": "Telephone Number", "2.5.4.41": "Name",
        "2.5.4.42": "Given Name",
        "2.5.4.43": "Initials", "2.5.4.44": "Generation Qualifier", "2.5.4.45": "Unique Identifier",
        "2.5.4.46": "DN Qualifier", "2.5.4.65": "Pseudonym", "2.5.4.97": "Organization Identifier",
        "1.2.840.113549.1.9.1": "Email Address", "0.9.2342.19200300.100.1.1": "User ID",
        "0.9.2342.19200300.100.1.25": "Domain Component",
        "1.3.6.1.4.1.311.60.2.1.1": "Incorporation Locality",
        "1.3.6.1.4.1.311.60.2.1.2": "Incorporation State/Province",
        "1.3.6.1.4.1.311.60.2.1.3": "Incorporation Country",
    ]
}
