/// A value for `CliXMLWriter`; literals of Swift stand for what PowerShell makes of the same.
package indirect enum CliXMLValue: Sendable {
    case null
    case text(String)
    case flag(Bool)
    case integer(Int)
    case octets([UInt8])
    /// As XML writes a time: `2026-04-15T10:27:48+02:00`.
    case time(String)
    case enumeration(type: String, name: String, number: Int)
    case list([CliXMLValue])
    /// A hashtable.
    case dictionary([(key: String, value: CliXMLValue)])
    case object(CliXMLObject)
    /// Any primitive by its element: `.primitive("Db", "0.5")`.
    case primitive(String, String)

    /// A connector's TlsCertificateName.
    package static func tlsCertificateName(issuer: String, subject: String) -> CliXMLValue {
        .object(
            CliXMLObject(
                "Microsoft.Exchange.Data.SmtpX509Identifier",
                text: "<I>\(issuer)<S>\(subject)",
                properties: [
                    "CertificateSubject": .text(subject), "CertificateIssuer": .text(issuer),
                    "SubjectCommonName": .null,
                ]
            )
        )
    }
}

/// An object for `CliXMLWriter`.
package struct CliXMLObject: Sendable {
    /// Type names, the most special first; `System.Object` is written after them.
    package var typeNames: [String]
    /// What ToString gives.
    package var text: String?
    /// What is written into `Props`.
    package var properties: [(name: String, value: CliXMLValue)]
    /// What is written into `MS`.
    package var members: [(name: String, value: CliXMLValue)]

    /// Puts an object together.
    package init(
        _ typeNames: String...,
        text: String? = nil,
        properties: KeyValuePairs<String, CliXMLValue> = [:],
        members: KeyValuePairs<String, CliXMLValue> = [:]
    ) {
        self.typeNames = typeNames
        self.text = text
        self.properties = properties.map { ($0.key, $0.value) }
        self.members = members.map { ($0.key, $0.value) }
    }
}

extension CliXMLValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: CliXMLValue...) { self = .list(elements) }
}
