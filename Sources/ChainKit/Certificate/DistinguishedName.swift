import Octets
import OpenSSLBridge

/// A distinguished name with every attribute kept, and its encoding byte for byte.
///
/// Names are passed on, compared and written far more often than they are read, so a name is a reference to what was
/// read, hashed and put into text once.
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

    private let storage: Storage

    /// Reads the DER of a Name that is lent, nil where it is none; the name's own encoding is `der` where that is given.
    init?(lent encoded: UnsafeBufferPointer<UInt8>, der: ArraySlice<UInt8>? = nil) {
        guard let attributes = Self.attributes(of: encoded) else { return nil }
        storage = Storage(der: der.map { Array($0) } ?? Array(encoded), attributes: attributes)
    }

    private static func attributes(of encoded: UnsafeBufferPointer<UInt8>) -> [Attribute]? {
        if let plain = PlainName.attributes(of: encoded) { return plain }
        var attributes: [Attribute] = []
        let isName = NameDecoding.forEachAttribute(ofNameDER: encoded) { attributes.append(Attribute($0)) }
        return isName ? attributes : nil
    }

    /// The Name's DER, as the certificate has it.
    public var der: [UInt8] { storage.der }
    /// The attributes in encoded order.
    public var attributes: [Attribute] { storage.attributes }

    /// Reads the DER of a Name, nil where it is none.
    public init?(der: [UInt8]) {
        guard let attributes = der.withUnsafeBufferPointer(Self.attributes) else { return nil }
        storage = Storage(der: der, attributes: attributes)
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
        let attributes = attributes
        var values: [String] = []
        for place in attributes.indices where attributes[place].type == type {
            values.append(attributes[place].value.text)
        }
        return values
    }

    /// Two names are equal when their encodings are.
    public static func == (one: Self, other: Self) -> Bool {
        one.storage === other.storage
            || one.storage.hash == other.storage.hash
                && OctetSearch.areSame(one.storage.der, other.storage.der)
    }

    /// Feeds a hash of the encoding.
    public func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }
}

extension DistinguishedName {
    private final class Storage: Sendable {
        let der: [UInt8]
        let attributes: [Attribute]
        let hash: Int
        let rfc4514: String
        let dotNet: String

        init(der: [UInt8], attributes: [Attribute]) {
            self.der = der
            self.attributes = attributes
            // Octet by octet, as an array hashes itself, costs ten times as much.
            var hasher = Hasher()
            der.withUnsafeBytes { hasher.combine(bytes: $0) }
            hash = hasher.finalize()
            var text = OctetText(expecting: 256)
            rfc4514 = RFC4514Text.rendered(attributes, in: &text)
            dotNet = DotNetText.rendered(attributes, in: &text)
        }
    }

    /// The text of RFC 4514: last relative name first, special characters escaped with a backslash.
    ///
    /// Attribute types without a short name in RFC 4514, 3 print as dotted identifiers, save those whose short name
    /// every tool of the field knows. Control characters are kept: escaping for a place is that place's business.
    public var rfc4514: String { storage.rfc4514 }

    /// The text that .NET's `X500DistinguishedName.Name` gives, and so `Get-ExchangeCertificate`: what stands in a
    /// TlsCertificateName.
    ///
    /// Last relative name first, joined by comma and blank; `S=` for the state and `E=` for the mail address;
    /// identifiers without a name as `OID.1.2.3`; values with special characters in quotes, a quote doubled.
    /// OpenSSL's rendering of the same name never matches it.
    public var dotNet: String { storage.dotNet }
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

extension DistinguishedName {
    /// Joins the attributes as `type=value`, last relative name first; `text` is room that is used and left empty again.
    static func rendered(
        _ attributes: [Attribute],
        between relativeNames: StaticString,
        within relativeName: StaticString,
        in text: inout OctetText,
        type: (ObjectIdentifier, inout OctetText) -> Void,
        value: (String, inout OctetText) -> Void
    ) -> String {
        var end = attributes.count
        while end > 0 {
            var start = end - 1
            while start > 0, attributes[start - 1].relativeName == attributes[end - 1].relativeName {
                start -= 1
            }
            if end < attributes.count { text.append(relativeNames) }
            for index in start..<end {
                if index > start { text.append(relativeName) }
                type(attributes[index].type, &text)
                text.append(UInt8(ascii: "="))
                value(attributes[index].value.text, &text)
            }
            end = start
        }
        return text.takeString()
    }
}

/// Attribute types of distinguished names.
package enum AttributeType {
    package static let commonName = ObjectIdentifier("2.5.4.3")
    package static let surname = ObjectIdentifier("2.5.4.4")
    static let serialNumber = ObjectIdentifier("2.5.4.5")
    package static let country = ObjectIdentifier("2.5.4.6")
    package static let locality = ObjectIdentifier("2.5.4.7")
    package static let stateOrProvince = ObjectIdentifier("2.5.4.8")
    package static let street = ObjectIdentifier("2.5.4.9")
    package static let organization = ObjectIdentifier("2.5.4.10")
    package static let organizationalUnit = ObjectIdentifier("2.5.4.11")
    package static let title = ObjectIdentifier("2.5.4.12")
    package static let businessCategory = ObjectIdentifier("2.5.4.15")
    static let postalCode = ObjectIdentifier("2.5.4.17")
    package static let givenName = ObjectIdentifier("2.5.4.42")
    static let initials = ObjectIdentifier("2.5.4.43")
    static let dnQualifier = ObjectIdentifier("2.5.4.46")
    package static let organizationIdentifier = ObjectIdentifier("2.5.4.97")
    package static let userID = ObjectIdentifier("0.9.2342.19200300.100.1.1")
    static let domainComponent = ObjectIdentifier("0.9.2342.19200300.100.1.25")
    package static let emailAddress = ObjectIdentifier("1.2.840.113549.1.9.1")
}

extension DistinguishedName: CustomStringConvertible {
    /// ``rfc4514``, its beginning where it is very long.
    public var description: String { rfc4514.shortened }
}
