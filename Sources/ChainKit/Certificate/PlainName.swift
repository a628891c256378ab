/// Reads a Name whose values are UTF-8 or ASCII in one of the string types that CAs write: nearly every one.
///
/// Of such a Name only the ends of its parts are looked for; the text is the octets. Whatever else stands in it, or is not
/// strict DER, makes the whole of it OpenSSL's to decode, and so does a length that OpenSSL might not take.
enum PlainName {
    /// Well below what `d2i_X509_NAME` takes.
    private static let longest = 0x1_0000

    /// The attributes in encoded order; nil where the octets are not such a Name.
    static func attributes(of der: UnsafeBufferPointer<UInt8>) -> [DistinguishedName.Attribute]? {
        guard der.count <= longest else { return nil }
        var file = LentDERReader(der)
        guard var relativeNames = file.enter(Tag.sequence), file.isAtEnd else { return nil }
        var attributes: [DistinguishedName.Attribute] = []
        // As many as most names of servers have at most.
        attributes.reserveCapacity(2)
        var number = 0
        while !relativeNames.isAtEnd {
            guard var relativeName = relativeNames.enter(Tag.set), !relativeName.isAtEnd else { return nil }
            while !relativeName.isAtEnd {
                guard var attribute = relativeName.enter(Tag.sequence),
                    let type = attribute.nextIdentifier(),
                    let encoded = attribute.next(), attribute.isAtEnd, isText(encoded.tag),
                    case let value = AttributeValue(tag: Int(encoded.tag), octets: attribute[encoded.content]),
                    value.isWellFormed
                else { return nil }
                attributes.append(
                    DistinguishedName.Attribute(type: type, value: value, relativeName: number)
                )
            }
            number += 1
        }
        return attributes
    }

    private typealias Tag = DERReader.Tag

    /// UTF8String, NumericString, PrintableString, IA5String: where they are well formed their octets are their text.
    private static func isText(_ tag: UInt8) -> Bool {
        tag == Tag.utf8String || tag == 0x12 || tag == 0x13 || tag == 0x16
    }
}
