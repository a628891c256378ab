import Octets

/// The properties of one root, read from the attributes of its entry.
///
/// The numbers are wincrypt.h's CERT_*_PROP_ID. Each property is an attribute 1.3.6.1.4.1.311.10.11.number with one
/// OCTET STRING as its value; what stands inside differs from property to property.
struct RootListProperties {
    private(set) var sha256: SHA256Digest?
    private(set) var friendlyName: String?
    private(set) var keyIdentifier: [UInt8]?
    private(set) var subjectMD5: [UInt8]?
    private(set) var purposes: [KeyPurpose]?
    private(set) var disabled = RootListEntry.RestrictionDate.absent
    private(set) var disallowedPurposes: [KeyPurpose]?
    private(set) var notBefore = RootListEntry.RestrictionDate.absent
    private(set) var notBeforePurposes: [KeyPurpose]?
    private(set) var policies: [RootListEntry.Policy]?
    private(set) var chainPolicies: [ObjectIdentifier]?
    private(set) var unknown: [RootListEntry.UnknownProperty] = []

    private typealias Tag = DERReader.Tag

    /// szOID_CERT_PROP_ID_PREFIX, as content octets.
    private static let prefix = ObjectIdentifier("1.3.6.1.4.1.311.10.11").derContent

    init(_ attributes: DERReader) throws(DERReader.Failure) {
        var attributes = attributes
        // One bit a number; a set would be a tenth of the list's whole parse.
        var seen: UInt128 = 0
        while !attributes.isAtEnd {
            let element = try attributes.next(Tag.sequence, "a property")
            var attribute = attributes.inside(element)
            let type = try attribute.next(Tag.objectIdentifier, "a property's identifier")
            var values = attribute.inside(try attribute.next(Tag.set, "a property's value"))
            try attribute.finish("a property's value")
            let value = try values.next(Tag.octetString, "a property's value")
            try values.finish("a property's value")
            let number = Self.number(attribute[type.content])
            let isKnown = if let number { try read(number, value, attributes) } else { false }
            let isRepeated: Bool
            if isKnown, let number {
                isRepeated = seen & 1 << number != 0
                seen |= 1 << number
            } else {
                let property = RootListEntry.UnknownProperty(
                    identifier: ObjectIdentifier(derContent: attribute[type.content]),
                    number: number,
                    value: Array(attributes[value.content])
                )
                isRepeated = unknown.contains { $0.identifier == property.identifier }
                unknown.append(property)
            }
            guard !isRepeated else {
                let identifier = ObjectIdentifier(derContent: attribute[type.content])
                throw DERReader.Failure(
                    offset: element.whole.lowerBound,
                    reason: "a second property \(identifier)"
                )
            }
        }
    }

    /// The property number of an attribute type, nil where the type is no property's.
    private static func number(_ type: ArraySlice<UInt8>) -> Int? {
        type.withUnsafeBufferPointer { type in
            guard (1...4).contains(type.count - prefix.count) else { return nil }
            for (position, octet) in prefix.enumerated() where type[position] != octet { return nil }
            var arc = 0
            for position in prefix.count..<type.count {
                // The last octet of an arc, and only that, has its highest bit clear.
                guard (type[position] < 0x80) == (position == type.count - 1) else { return nil }
                arc = arc << 7 | Int(type[position] & 0x7f)
            }
            return arc
        }
    }

    /// Takes one property in; false where its number is not known here.
    private mutating func read(
        _ number: Int,
        _ value: DERReader.Element,
        _ list: DERReader
    ) throws(DERReader.Failure) -> Bool {
        switch number {
        case 9: purposes = try Self.identifiers(value, list, KeyPurpose.init)
        case 11: friendlyName = try Self.text(value, list)
        case 20: keyIdentifier = Array(list[value.content])
        case 29: subjectMD5 = Array(list[try Self.sized(16, value)])
        case 83: policies = try RootPolicies.read(list.inside(value))
        case 98: sha256 = SHA256Digest(octets: list[try Self.sized(32, value)])
        case 104: disabled = try Self.date(value, list)
        case 105: chainPolicies = try Self.identifiers(value, list) { $0 }
        case 122: disallowedPurposes = try Self.identifiers(value, list, KeyPurpose.init)
        case 126: notBefore = try Self.date(value, list)
        case 127: notBeforePurposes = try Self.identifiers(value, list, KeyPurpose.init)
        default: return false
        }
        return true
    }

    private static func sized(_ size: Int, _ value: DERReader.Element) throws(DERReader.Failure) -> Range<Int>
    {
        guard value.content.count == size else {
            throw DERReader.Failure(
                offset: value.whole.lowerBound,
                reason: "a digest of \(value.content.count) octets where \(size) are due"
            )
        }
        return value.content
    }

    /// The identifiers of a sequence, each made into what it stands for.
    private static func identifiers<Meaning>(
        _ value: DERReader.Element,
        _ list: DERReader,
        _ meaning: (ObjectIdentifier) -> Meaning
    ) throws(DERReader.Failure) -> [Meaning] {
        var reader = list.inside(value)
        var sequence = reader.inside(try reader.next(Tag.sequence, "a list of identifiers"))
        try reader.finish("a list of identifiers")
        var identifiers: [Meaning] = []
        // A purpose of RFC 5280 takes ten octets.
        identifiers.reserveCapacity(value.content.count / 10)
        while !sequence.isAtEnd {
            let element = try sequence.next(Tag.objectIdentifier, "an identifier")
            identifiers.append(meaning(ObjectIdentifier(derContent: sequence[element.content])))
        }
        return identifiers
    }

    private static func date(
        _ value: DERReader.Element,
        _ list: DERReader
    ) throws(DERReader.Failure) -> RootListEntry.RestrictionDate {
        // Microsoft takes a date back by emptying it: a root that Windows has cached would keep one that is merely
        // left out, since only the attributes that are present are copied.
        if value.content.isEmpty { return .withdrawn }
        guard let instant = FileTime.instant(littleEndian: list[value.content]) else {
            throw DERReader.Failure(
                offset: value.whole.lowerBound,
                reason: "a date of \(value.content.count) octets where 8 are due"
            )
        }
        return .from(instant)
    }

    /// UTF-16, little endian, one NUL at the end.
    private static func text(_ value: DERReader.Element, _ list: DERReader) throws(DERReader.Failure)
        -> String
    {
        let text: String? = list[value.content].withUnsafeBufferPointer { octets in
            guard octets.count % 2 == 0 else { return nil }
            var count = octets.count / 2
            if count > 0, octets[2 * count - 1] == 0, octets[2 * count - 2] == 0 { count -= 1 }
            if (0..<count).allSatisfy({ octets[2 * $0] < 0x80 && octets[2 * $0 + 1] == 0 }) {
                return String(unsafeUninitializedCapacity: count) { room in
                    for position in 0..<count { room[position] = octets[2 * position] }
                    return count
                }
            }
            let units = (0..<count).map { UInt16(octets[2 * $0]) | UInt16(octets[2 * $0 + 1]) << 8 }
            return String(validating: units, as: UTF16.self)
        }
        guard let text else {
            throw DERReader.Failure(offset: value.whole.lowerBound, reason: "a friendly name is not UTF-16")
        }
        return text
    }
}
