import ArgumentParser
import ChainKit

/// Finds roots by what people know of them.
struct RootSearch {
    let list: MicrosoftRootList

    /// The shortest beginning of a thumbprint that is taken for one; shorter words are names (`CA`, `DAD`).
    private static let shortestPrefix = 6

    /// The roots whose SHA-1 or SHA-256 begins with the text.
    func roots(thumbprint text: String) -> [RootListEntry] {
        let digits = text.filter { $0 != ":" && $0 != " " }.lowercased()
        guard digits.count >= Self.shortestPrefix, digits.allSatisfy(\.isHexDigit) else { return [] }
        return list.entries.filter {
            $0.thumbprint.hexadecimal.lowercased().hasPrefix(digits)
                || $0.sha256?.hexadecimal.hasPrefix(digits) == true
        }
    }

    /// The roots that have the text in their subject or friendly name, whatever its case.
    func roots(containing text: String) -> [RootListEntry] {
        let needle = text.lowercased()
        return list.entries.filter { entry in names(of: entry).contains { $0.contains(needle) } }
    }

    /// The roots in whose subject or friendly name a word begins with the text; where none does, those that contain it.
    ///
    /// Whoever asks for Entrust does not mean IdenTrust.
    func roots(named text: String) -> [RootListEntry] {
        let needle = text.lowercased()
        let candidates = roots(containing: text)
        let named = candidates.filter { entry in
            names(of: entry).contains { name in
                name.ranges(of: needle).contains { range in
                    guard range.lowerBound > name.startIndex else { return true }
                    let before = name[name.index(before: range.lowerBound)]
                    return !before.isLetter && !before.isNumber
                }
            }
        }
        return named.isEmpty ? candidates : named
    }

    /// The roots that a person means: by thumbprint, else by exactly that name, else by a part of it.
    func roots(meant text: String) -> [RootListEntry] {
        let byThumbprint = roots(thumbprint: text)
        if !byThumbprint.isEmpty { return byThumbprint }
        let needle = text.lowercased()
        let candidates = roots(containing: text)
        let exact = candidates.filter { names(of: $0).contains(needle) }
        return exact.isEmpty ? candidates : exact
    }

    private func names(of entry: RootListEntry) -> [String] {
        let values = list.certificate(of: entry.thumbprint)?.subject.attributes.map(\.value.text) ?? []
        return (values + [entry.displayName ?? ""]).map { $0.lowercased() }
    }
}

/// The five purposes that the list is reported for; the raw values are the records' field names.
enum RootPurpose: String, CaseIterable, ExpressibleByArgument {
    case server = "server_auth"
    case client = "client_auth"
    case email
    case code = "code_signing"
    case time = "time_stamping"

    var keyPurpose: KeyPurpose {
        switch self {
        case .server: .serverAuthentication
        case .client: .clientAuthentication
        case .email: .emailProtection
        case .code: .codeSigning
        case .time: .timeStamping
        }
    }

    /// The heading of the purpose's column.
    var heading: String {
        switch self {
        case .server: "server"
        case .client: "client"
        case .email: "email"
        case .code: "code"
        case .time: "time"
        }
    }

    /// Reads a field name, the standard's name (`serverAuth`) or a dotted identifier.
    static func purpose(named name: String) -> KeyPurpose? {
        if let known = allCases.first(where: { $0.rawValue == name || $0.keyPurpose.name == name }) {
            return known.keyPurpose
        }
        return ObjectIdentifier(dotted: name).map { KeyPurpose($0) }
    }
}

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
