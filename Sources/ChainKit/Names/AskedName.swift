internal import IDNA

/// Why a text that a person typed is no name to ask about, and which name may have been meant.
public struct UnusableName: Error, Hashable {
    /// What is wrong, in words that follow "is no host name:", such as `it is a URL`.
    public let reason: String
    /// The name that stands in the text, nil where none does.
    public let suggestion: String?

    /// The reason with the question behind it.
    public var text: String {
        suggestion.map { "\(reason); did you mean \($0)?" } ?? reason
    }
}

extension ReferenceIdentifier {
    /// Reads a name that a person asks about, and says what is wrong with any other text.
    ///
    /// Stricter than ``init(_:)``, which also takes names from exports: an A-label must decode, a label neither
    /// begins nor ends with a hyphen (RFC 1123, 2.1), and a number as last label makes an address or nothing.
    public init(asked text: String) throws(UnusableName) {
        if let reason = Self.objection(to: text) {
            throw UnusableName(reason: reason, suggestion: Self.name(within: text))
        }
        guard let reference = Self(text) else {
            throw UnusableName(reason: "it is neither a host name nor an address", suggestion: nil)
        }
        self = reference
    }

    /// What is wrong with a text as a name, nil where it is one.
    private static func objection(to text: String) -> String? {
        if let shape = shape(of: text) { return shape }
        var name = text
        // An A-label is checked, too: certificates for one that does not decode cannot be had.
        if !text.utf8.allSatisfy({ $0 < 0x80 }) || text.lowercased().contains("xn--") {
            do throws(IDNAError) {
                name = try IDNAMapping.asciiName(of: text)
            } catch {
                let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
                guard isASCII, error.isAllowedByUTS46 else { return "it \(error.reason)" }
            }
        }
        if IPAddress(name) != nil { return nil }
        return DNSName(name).map(objection) ?? characters(of: name)
    }

    private static func objection(to name: DNSName) -> String? {
        if name.labels.contains(where: { $0.hasPrefix("-") || $0.hasSuffix("-") }) {
            return "a label begins or ends with a hyphen"
        }
        guard let last = name.labels.last, HostLikeText.isNumber(last[...]) else { return nil }
        return "its last label is a number, and it is no address of four numbers from 0 to 255"
    }

    /// What a text is instead of a name, where its form tells.
    private static func shape(of text: String) -> String? {
        let address = text.split(separator: "@", omittingEmptySubsequences: false)
        if text.isEmpty { return "it is empty" }
        if text.contains("://") { return "it is a URL" }
        if address.count > 1 { return "it is a mail address" }
        if text.contains(where: \.isWhitespace) { return "it has a space" }
        if text.contains("*") { return "it has a wildcard, and only one host can be asked about" }
        if text.contains(where: { ",;".contains($0) }) {
            return "it is a list: give the option once for each name"
        }
        if text.contains(where: { "/\\".contains($0) }) { return "it has a path" }
        let afterColon = text.split(separator: ":", omittingEmptySubsequences: false)
        if afterColon.count == 2, afterColon[1].allSatisfy(\.isNumber) { return "it has a port" }
        if text.hasPrefix("[") { return "it has brackets" }
        return nil
    }

    /// What keeps a text of ASCII from being a host name.
    private static func characters(of name: String) -> String {
        let isUsual: (Character) -> Bool = {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
        }
        let trimmed = name.hasSuffix(".") ? name.dropLast() : name[...]
        let labels = trimmed.split(separator: ".", omittingEmptySubsequences: false)
        if labels.contains(where: \.isEmpty) { return "it has an empty label" }
        if labels.contains(where: { $0.utf8.count > 63 }) { return "it has a label of more than 63 octets" }
        if let odd = name.first(where: { !isUsual($0) }) {
            return "it has the character '\(odd)', which no host name may hold"
        }
        return "it is longer than 253 octets"
    }

    /// The only name that stands in a URL, a mail address, a name with a port or with something around it.
    private static func name(within text: String) -> String? {
        var rest = text[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        let isAround: (Character) -> Bool = { $0.isWhitespace || "\"'`<>()“”‘’„«»,;".contains($0) }
        while let first = rest.first, isAround(first) { rest.removeFirst() }
        while let last = rest.last, isAround(last) { rest.removeLast() }
        rest = rest.prefix { !"/\\?#".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            rest = rest[rest.index(after: rest.startIndex)..<end]
        } else if rest.count(where: { $0 == ":" }) == 1 {
            rest = rest.prefix { $0 != ":" }
        }
        while rest.hasSuffix(".") { rest.removeLast() }
        let name = String(rest)
        guard name != text, objection(to: name) == nil else { return nil }
        return Self(name)?.text
    }
}
