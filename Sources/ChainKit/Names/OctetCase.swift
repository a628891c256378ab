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
