import ExchangeExports

extension ExportedValue {
    /// The value in words; nil where it has none, where their end is missing, or where a type's name stands in its place.
    var words: String? {
        switch self {
        case .text(let text): text.isStandIn ? nil : text.trimmed
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "True" : "False"
        case .object(let object): object.words
        case .list(let values, isCut: false) where values.count == 1: values[0].words
        default: nil
        }
    }

    /// The number of an enumeration or the digits of a text.
    var number: Int? {
        switch self {
        case .integer(let number): Int(exactly: number)
        case .object(let object): object.content?.number
        case .text(let text): Int(text.trimmed)
        default: nil
        }
    }

    /// Octets.
    var octets: [UInt8]? {
        switch self {
        case .octets(let octets): octets
        case .object(let object): object.content?.octets
        default: nil
        }
    }

    /// Whether nothing is there: `$null`, an empty text, an empty list.
    var isEmpty: Bool {
        switch self {
        case .null, .list([], isCut: false): true
        case .text(let text): text.trimmed.isEmpty
        default: false
        }
    }
}

extension ExportedObject {
    /// What ToString gave; in JSON, which does not keep it, what Exchange's ToString makes of the properties.
    var words: String? {
        if let text = text?.trimmed, !text.isEmpty { return text.isStandIn ? nil : text }
        if let words = content?.words { return words }
        if let issuer = self["CertificateIssuer"]?.words, let subject = self["CertificateSubject"]?.words {
            return "<I>\(issuer)<S>\(subject)"
        }
        if let type = self["Type"]?.words, let address = self["Address"]?.words,
            let cost = self["Cost"]?.words
        {
            return "\(type):\(address);\(cost)"
        }
        if let domain = self["Domain"]?.words, let capabilities = self["Capabilities"]?.words {
            return "\(domain):\(capabilities)"
        }
        return self["Address"]?.words ?? self["Domain"]?.words ?? self["Name"]?.words
    }
}

extension String {
    /// Whether it is what PowerShell writes where it does not write a value: a type's name, or `@{…}`.
    var isStandIn: Bool {
        hasPrefix("Microsoft.Exchange.") || hasPrefix("@{")
            || hasPrefix("System.") && contains { $0 == "[" || $0 == "`" }
    }
}
