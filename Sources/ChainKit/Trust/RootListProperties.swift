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
        guard type.starts(with: prefix) else { return nil }
        let arc = type.dropFirst(prefix.count)
        guard (1...4).contains(arc.count), let last = arc.last, last < 0x80,
            arc.dropLast().allSatisfy({ $0 >= 0x80 })
        else { return nil }
        return arc.reduce(0) { $0 << 7 | Int($1 & 0x7f) }
    }

    /// Takes one property in; false where its number is not known here.
    private mutating func read(
        _ number: Int,
        _ value: DERReader.Element,
        _ list: DERReader
    ) throws(DERReader.Failure) -> Bool {
        switch number {
        case 9: purposes = try Self.identifiers(value, list).map(KeyPurpose.init)
        case 11: friendlyName = try Self.text(value, list)
        case 20: keyIdentifier = Array(list[value.content])
        case 29: subjectMD5 = Array(list[try Self.sized(16, value)])
        case 83: policies = try RootPolicies.read(list.inside(value))
        case 98: sha256 = SHA256Digest(octets: list[try Self.sized(32, value)])
        case 104: disabled = try Self.date(value, list)
        case 105: chainPolicies = try Self.identifiers(value, list)
        case 122: disallowedPurposes = try Self.identifiers(value, list).map(KeyPurpose.init)
        case 126: notBefore = try Self.date(value, list)
        case 127: notBeforePurposes = try Self.identifiers(value, list).map(KeyPurpose.init)
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

    private static func identifiers(
        _ value: DERReader.Element,
        _ list: DERReader
    ) throws(DERReader.Failure) -> [ObjectIdentifier] {
        var reader = list.inside(value)
        var sequence = reader.inside(try reader.next(Tag.sequence, "a list of identifiers"))
        try reader.finish("a list of identifiers")
        var identifiers: [ObjectIdentifier] = []
        while !sequence.isAtEnd {
            let element = try sequence.next(Tag.objectIdentifier, "an identifier")
            identifiers.append(ObjectIdentifier(derContent: sequence[element.content]))
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
        let octets = list[value.content]
        var end = octets.endIndex
        if octets.count >= 2, octets[end - 1] == 0, octets[end - 2] == 0 { end -= 2 }
        let starts = stride(from: octets.startIndex, to: end - 1, by: 2)
        if octets.count % 2 == 0, starts.allSatisfy({ octets[$0] < 0x80 && octets[$0 + 1] == 0 }) {
            return String(decoding: starts.map { octets[$0] }, as: UTF8.self)
        }
        let units = starts.map { UInt16(octets[$0]) | UInt16(octets[$0 + 1]) << 8 }
        guard octets.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
            throw DERReader.Failure(offset: value.whole.lowerBound, reason: "a friendly name is not UTF-16")
        }
        return text
    }
}
