import Octets

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

/// A number that names have in common whenever they compare equal, taken from the encoding without decoding it.
///
/// To find a name among hundreds, decoding them all is thirty times the cost of this. Different names may share a number, so
/// what it finds is still compared by ``NameComparisonKey``; what that removes (case, white space, the string type, the
/// order within a relative name) leaves no trace here.
enum NameFingerprint {
    private typealias Tag = DERReader.Tag

    /// The number of a Name; nil where only decoding can tell what it compares equal to.
    static func value(of name: [UInt8]) -> UInt64? { try? read(DERReader(name)) }

    private static func read(_ file: DERReader) throws(DERReader.Failure) -> UInt64? {
        var name = file
        var relativeNames = name.inside(try name.next(Tag.sequence, "a name"))
        try name.finish("a name")
        var fingerprint: UInt64 = 0
        while !relativeNames.isAtEnd {
            var attributes = relativeNames.inside(try relativeNames.next(Tag.set, "a relative name"))
            // A sum: the attributes of one relative name are a set.
            var sum: UInt64 = 0
            while !attributes.isAtEnd {
                var attribute = attributes.inside(try attributes.next(Tag.sequence, "an attribute"))
                let type = try attribute.next(Tag.objectIdentifier, "an attribute's type")
                let value = try attribute.next()
                guard let text = folded(value, in: attribute.octets) else { return nil }
                sum &+= mixed(hash(of: attribute.octets, type.content) ^ text)
            }
            fingerprint = mixed(fingerprint &+ sum)
        }
        return fingerprint
    }

    /// The hash of a text in ASCII without its white space and its case, nil for any other value.
    private static func folded(_ value: DERReader.Element, in octets: [UInt8]) -> UInt64? {
        // UTF8String, PrintableString, IA5String: in ASCII their octets are their text.
        guard value.tag == Tag.utf8String || value.tag == 0x13 || value.tag == 0x16 else { return nil }
        var hash: UInt64 = 1
        for octet in octets[value.content] {
            switch octet {
            case UInt8(ascii: " "), 0x09...0x0d: continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): hash = step(hash, octet | 0x20)
            case 0..<0x80: hash = step(hash, octet)
            default: return nil
            }
        }
        return hash
    }

    private static func hash(of octets: [UInt8], _ range: Range<Int>) -> UInt64 {
        octets[range].reduce(2, step)
    }

    private static func step(_ hash: UInt64, _ octet: UInt8) -> UInt64 {
        (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01b3
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let spread = (value ^ value >> 32) &* 0x9e37_79b9_7f4a_7c15
        return spread ^ spread >> 29
    }
}
