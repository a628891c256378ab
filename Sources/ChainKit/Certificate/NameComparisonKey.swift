/// What two names must share to be the same name (RFC 5280, 7.1).
///
/// Names are compared attribute by attribute: types exactly, string values without regard to their string type, to
/// case, to leading and trailing white space and to runs of it inside. Values are not normalised to NFKC first, as
/// full string preparation (RFC 4518) would: CAs copy their own subject into what they issue, and a difference that
/// only NFKC removes has not been seen.
struct NameComparisonKey: Sendable, Hashable {
    private let octets: [UInt8]

    init(_ name: DistinguishedName) {
        var octets: [UInt8] = []
        octets.reserveCapacity(name.der.count + 8)
        for group in name.relativeNames { Self.append(group, to: &octets) }
        self.octets = octets
    }

    /// The key of one relative distinguished name.
    init(relativeName: [DistinguishedName.Attribute]) {
        var octets: [UInt8] = []
        Self.append(relativeName, to: &octets)
        self.octets = octets
    }

    private static func append(_ relativeName: [DistinguishedName.Attribute], to octets: inout [UInt8]) {
        // The attributes of one relative name are a set: their order says nothing.
        let parts = relativeName.map { attribute in
            var part = attribute.type.derContent
            part.append(0)
            append(attribute.value.text, to: &part)
            part.append(1)
            return part
        }
        for part in parts.count > 1 ? parts.sorted(by: { $0.lexicographicallyPrecedes($1) }) : parts {
            octets += part
        }
        octets.append(2)
    }

    private static func append(_ text: String, to octets: inout [UInt8]) {
        let lowered = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
        var isAtStart = true
        var hasPendingBlank = false
        for octet in lowered.utf8 {
            switch octet {
            case UInt8(ascii: " "), 0x09...0x0d:
                hasPendingBlank = !isAtStart
            default:
                if hasPendingBlank { octets.append(UInt8(ascii: " ")) }
                hasPendingBlank = false
                isAtStart = false
                octets.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet)
            }
        }
    }
}
