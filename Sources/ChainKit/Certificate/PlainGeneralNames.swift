/// Reads a list of GeneralNames whose content is text or an address and no ASN.1: nearly every subjectAltName.
///
/// Of such names only their ends are looked for, which OpenSSL does at twenty times the cost; whatever else stands in a
/// list, or is not strict DER, makes the whole list OpenSSL's to decode.
enum PlainGeneralNames {
    /// The names in encoded order; nil where the list is not one of at least one plain name.
    static func names(in der: UnsafeBufferPointer<UInt8>) -> [GeneralName]? {
        var outer = LentDERReader(der)
        guard let list = outer.enter(DERReader.Tag.sequence), outer.isAtEnd, let count = count(of: list),
            count > 0
        else { return nil }
        var names: [GeneralName] = []
        names.reserveCapacity(count)
        var rest = list
        while let name = rest.next() {
            let octets = Array(rest[name.content])
            switch name.tag {
            case 0x81: names.append(.email(octets))
            case 0x82: names.append(.dns(octets))
            case 0x86: names.append(.uri(octets))
            default: names.append(.ip(octets))
            }
        }
        return names
    }

    /// How many names a list holds; nil where one is not plain.
    private static func count(of list: LentDERReader) -> Int? {
        var rest = list
        var count = 0
        while !rest.isAtEnd {
            guard let tag = rest.next()?.tag, tag == 0x81 || tag == 0x82 || tag == 0x86 || tag == 0x87 else {
                return nil
            }
            count += 1
        }
        return count
    }
}
