import Octets

/// A dNSName as a certificate presents it, told apart for matching.
///
/// Text that cannot match any host name (a NUL, an octet outside ASCII, an empty label) stays visible as `text` and
/// matches nothing.
package struct PresentedIdentifier: Sendable, Hashable {
    /// How the leftmost label may stand for others (RFC 9525, 6.3).
    package enum Pattern: Sendable, Hashable {
        case exact
        /// The whole leftmost label is `*`.
        case wildcard
        /// A `*` anywhere else: `mail*.contoso.com`, `mail.*.com`. RFC 9525 and Exchange know no such thing.
        case misplacedWildcard
        /// No host name at all, with the reason.
        case unusable(String)
    }

    /// The name as it stands.
    let octets: [UInt8]
    package let pattern: Pattern

    package init(dns octets: [UInt8]) {
        self.octets = octets
        pattern = Self.pattern(of: octets)
    }

    var text: String { String(decoding: octets, as: UTF8.self) }

    /// What is to be compared, as it stands: for a wildcard what is behind the `*.`, nothing of what is unusable.
    var host: ArraySlice<UInt8> {
        switch pattern {
        case .exact, .misplacedWildcard: octets[...]
        case .wildcard: octets.dropFirst(2)
        case .unusable: []
        }
    }

    /// The labels of ``host`` in lower case, leftmost first.
    package var labels: [Substring] {
        let lowered = OctetCase.lowered(host)
        return lowered.isEmpty
            ? []
            : String(decoding: lowered, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false)
    }

    /// In one pass: a certificate may hold thousands of names.
    private static func pattern(of octets: [UInt8]) -> Pattern {
        let dot = UInt8(ascii: ".")
        var (hasNUL, isASCII, hasEmptyLabel) = (false, true, false)
        var (dots, asterisks) = (0, 0)
        var previous = dot
        for octet in octets {
            switch octet {
            case 0: hasNUL = true
            case 0x80...: isASCII = false
            case UInt8(ascii: "*"): asterisks += 1
            case dot:
                dots += 1
                if previous == dot { hasEmptyLabel = true }
            default: break
            }
            previous = octet
        }
        if hasNUL { return .unusable("it holds a NUL") }
        if !isASCII { return .unusable("it holds characters outside ASCII") }
        if hasEmptyLabel || previous == dot { return .unusable("it has an empty label") }
        let isWildcard =
            asterisks == 1 && octets.first == UInt8(ascii: "*") && (octets.count == 1 || octets[1] == dot)
        guard isWildcard else { return asterisks == 0 ? .exact : .misplacedWildcard }
        // `*` alone, or over a single label, stands for names that no CA can vouch for.
        return dots > 1 ? .wildcard : .unusable("its wildcard covers a whole top-level domain")
    }
}

extension GeneralName {
    /// The kind of name: `dns`, `ip`, `email`, `uri`, `directory` or `other`.
    package var kind: String {
        switch self {
        case .dns: "dns"
        case .email: "email"
        case .uri: "uri"
        case .ip: "ip"
        case .directory: "directory"
        case .other: "other"
        }
    }

    /// The name as text: addresses in their usual notation, octets of a malformed one in hexadecimal, the context
    /// tag of a kind that is not interpreted.
    package var printed: String {
        switch self {
        case .dns, .email, .uri: text ?? ""
        case .ip(let octets): Self.address(octets)
        case .directory(let name): name.rfc4514
        case .other(let tag): "[\(tag)]"
        }
    }

    private static func address(_ octets: [UInt8]) -> String {
        if let address = IPAddress(octets: octets) { return address.text }
        let half = octets.count / 2
        guard octets.count == 8 || octets.count == 32,
            let address = IPAddress(octets: Array(octets[..<half])),
            let mask = IPAddress(octets: Array(octets[half...]))
        else { return "#" + Hexadecimal.string(octets) }
        return "\(address.text)/\(mask.text)"
    }
}
