/// Reads a list of GeneralNames whose content is text or an address and no ASN.1: nearly every subjectAltName.
///
/// Of such names only their ends are looked for, which OpenSSL does at twenty times the cost; whatever else stands in a
/// list, or is not strict DER, makes the whole list OpenSSL's to decode.
enum PlainGeneralNames {
    /// The names in encoded order; nil where the list is not one of at least one plain name.
    static func names(in der: [UInt8]) -> [GeneralName]? {
        guard let names = try? read(der), !names.isEmpty else { return nil }
        return names
    }

    private static func read(_ der: [UInt8]) throws(DERReader.Failure) -> [GeneralName]? {
        var outer = DERReader(der)
        var list = outer.inside(try outer.next(DERReader.Tag.sequence, "the names"))
        try outer.finish("the names")
        var names: [GeneralName] = []
        while !list.isAtEnd {
            let name = try list.next()
            let octets = Array(list[name.content])
            switch name.tag {
            case 0x81: names.append(.email(octets))
            case 0x82: names.append(.dns(octets))
            case 0x86: names.append(.uri(octets))
            case 0x87: names.append(.ip(octets))
            default: return nil
            }
        }
        return names
    }
}
