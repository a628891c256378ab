/// Reads the envelope of one of RFC 5280's own extensions, whose identifiers are id-ce and one octet more.
///
/// An envelope is an identifier, a flag and octets: only where they end is looked for, and the flag is there and TRUE or
/// not there, as DER wants it. Any other extension is OpenSSL's to decode.
struct PlainExtension {
    let identifier: ObjectIdentifier
    let isCritical: Bool
    /// Where the value stands.
    let value: Range<Int>

    /// Nil where the octets are not exactly one such extension.
    init?(_ der: [UInt8]) {
        guard let plain = try? Self.read(der) else { return nil }
        self = plain
    }

    private init(identifier: ObjectIdentifier, isCritical: Bool, value: Range<Int>) {
        self.identifier = identifier
        self.isCritical = isCritical
        self.value = value
    }

    private static func read(_ der: [UInt8]) throws(DERReader.Failure) -> PlainExtension? {
        var outer = DERReader(der)
        var fields = outer.inside(try outer.next(DERReader.Tag.sequence, "an extension"))
        try outer.finish("the extension")
        let identifier = der[try fields.next(DERReader.Tag.objectIdentifier, "the identifier").content]
        guard identifier.count == 3, identifier.starts(with: [0x55, 0x1d]), identifier.last ?? 0x80 < 0x80
        else {
            return nil
        }
        var isCritical = false
        if fields.nextTag == DERReader.Tag.boolean {
            guard der[try fields.next().content].elementsEqual([0xff]) else { return nil }
            isCritical = true
        }
        let value = try fields.next(DERReader.Tag.octetString, "the value").content
        try fields.finish("the value")
        return PlainExtension(
            identifier: ObjectIdentifier(derContent: identifier),
            isCritical: isCritical,
            value: value
        )
    }
}
