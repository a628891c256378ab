import OpenSSLBridge

/// A distinguished name with every attribute kept, and its encoding byte for byte.
public struct DistinguishedName: Sendable, Hashable {
    /// One attribute of a relative distinguished name.
    public struct Attribute: Sendable, Hashable {
        /// The attribute type.
        public let type: ObjectIdentifier
        /// The value as text.
        public let value: AttributeValue
        /// Attributes with the same number stand in the same relative distinguished name.
        public let relativeName: Int
    }

    /// The Name's DER, as the certificate has it.
    public let der: [UInt8]
    /// The attributes in encoded order.
    public let attributes: [Attribute]

    init(der: ArraySlice<UInt8>, attributes: [Attribute]) {
        self.der = Array(der)
        self.attributes = attributes
    }

    /// Reads the DER of a Name, nil where it is none.
    public init?(der: [UInt8]) {
        var attributes: [Attribute] = []
        let read = der.withUnsafeBufferPointer { buffer in
            NameDecoding.forEachAttribute(ofNameDER: buffer) { attributes.append(Attribute($0)) }
        }
        guard read else { return nil }
        self.init(der: der[...], attributes: attributes)
    }

    /// Whether the name has no attribute at all.
    public var isEmpty: Bool { attributes.isEmpty }

    /// The attributes grouped into relative distinguished names, in encoded order.
    public var relativeNames: [[Attribute]] {
        var groups: [[Attribute]] = []
        for attribute in attributes {
            if let last = groups.last?.first, last.relativeName == attribute.relativeName {
                groups[groups.count - 1].append(attribute)
            } else {
                groups.append([attribute])
            }
        }
        return groups
    }

    /// The text of every attribute of a type, in encoded order.
    public func values(of type: ObjectIdentifier) -> [String] {
        attributes.filter { $0.type == type }.map(\.value.text)
    }

    /// Two names are equal when their encodings are.
    public static func == (one: Self, other: Self) -> Bool { one.der == other.der }

    /// Feeds the encoding.
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension DistinguishedName.Attribute {
    init(_ attribute: X509Handle.NameAttribute) {
        self.init(
            type: ObjectIdentifier(derContent: attribute.type),
            value: AttributeValue(tag: Int(attribute.tag), octets: attribute.value),
            relativeName: Int(attribute.relativeName)
        )
    }
}
