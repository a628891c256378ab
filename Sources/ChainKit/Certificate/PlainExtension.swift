/// Reads the envelope of an extension.
///
/// An envelope is an identifier, a flag and octets: only where they end is looked for, and the flag is there and TRUE or
/// not there, as DER wants it. Any other extension is OpenSSL's to decode.
struct PlainExtension: ~Copyable {
    let identifier: ObjectIdentifier
    let isCritical: Bool
    /// What the OCTET STRING holds.
    let value: UnsafeBufferPointer<UInt8>

    /// Nil where the octets are not exactly one such extension.
    static func read(_ der: UnsafeBufferPointer<UInt8>) -> PlainExtension? {
        var outer = LentDERReader(der)
        guard var fields = outer.enter(DERReader.Tag.sequence), outer.isAtEnd,
            let identifier = fields.nextIdentifier()
        else { return nil }
        let isCritical = fields.nextTag == DERReader.Tag.boolean
        if isCritical {
            guard let flag = fields.next(), flag.content.count == 1, der[flag.content.lowerBound] == 0xff
            else { return nil }
        }
        guard let value = fields.next(DERReader.Tag.octetString), fields.isAtEnd else { return nil }
        return PlainExtension(identifier: identifier, isCritical: isCritical, value: fields[value.content])
    }
}
