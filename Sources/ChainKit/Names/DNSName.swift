internal import IDNA

/// A fully qualified host name as certificates present it: lower-case A-labels, no trailing dot.
public struct DNSName: Sendable, Hashable {
    /// The labels, leftmost first.
    public let labels: [String]

    /// The name's text.
    public let text: String

    /// The octets of ``text``: one name is held against those of many certificates.
    let octets: [UInt8]

    /// Reads a host name: one trailing dot is dropped, and a name outside ASCII is mapped by UTS 46.
    ///
    /// Nil for text that cannot be a host name: empty labels, labels over 63 octets, names over 253, or characters
    /// other than letters, digits, hyphen and underscore. An underscore is no host name character but stands in
    /// names that exist.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            guard let ascii = try? IDNAMapping.asciiName(of: text) else { return nil }
            self.init(ascii: ascii)
            return
        }
        self.init(ascii: text)
    }

    private init?(ascii text: String) {
        let trimmed = text.hasSuffix(".") ? text.dropLast() : text[...]
        var labels: [String] = []
        for label in trimmed.split(separator: ".", omittingEmptySubsequences: false) {
            guard let lowered = Self.label(label) else { return nil }
            labels.append(lowered)
        }
        guard !labels.isEmpty, labels.reduce(labels.count - 1, { $0 + $1.utf8.count }) <= 253 else {
            return nil
        }
        self.labels = labels
        self.text = labels.joined(separator: ".")
        octets = Array(self.text.utf8)
    }

    private static func label(_ text: Substring) -> String? {
        let label = text.lowercased()
        guard (1...63).contains(label.utf8.count), label.utf8.allSatisfy(isHostCharacter) else { return nil }
        return label
    }

    private static func isHostCharacter(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// Compares octets without regard to the case of ASCII letters, as host names are compared (RFC 4343).
enum OctetCase {
    static func areEqual(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0 == $1 || lowered($0) == lowered($1) }
    }

    /// Octets with ASCII letters in lower case.
    static func lowered(_ octets: some Collection<UInt8>) -> [UInt8] { octets.map(lowered) }

    private static func lowered(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
    }
}
