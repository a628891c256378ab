/// Tells from a certificate's octets whether it can be an authority, without parsing it.
///
/// The first pass over a folder needs the authorities among perhaps millions of certificates. Nearly every end-entity
/// certificate carries basicConstraints that say so, and looking for that extension's octets costs a fiftieth of a
/// parse. The hint may say "perhaps" of a certificate that is none; it never passes over an authority, since one needs
/// basicConstraints with cA TRUE (RFC 5280, 4.2.1.9) or a version below 3.
enum AuthorityHint {
    static func mayBeAuthority(_ der: [UInt8], layout: CertificateLayout) -> Bool {
        // Below version 3 the version is left out, and the serial number comes first.
        if der[layout.signedPart].dropFirst(headerLength(der, layout)).first != DERReader.Tag.context(0) {
            return true
        }
        let end = layout.signedPart.upperBound
        var position = layout.subjectPublicKeyInfo.upperBound
        while let found = OctetSearch.first(basicConstraints, in: der, from: position, to: end) {
            position = found + basicConstraints.utf8CodeUnitCount
            if !isEmptyConstraint(der, after: position, end: end) { return true }
        }
        return false
    }

    /// The length and the octets of the identifier 2.5.29.19.
    private static let basicConstraints: StaticString = "\u{03}\u{55}\u{1d}\u{13}"

    /// Whether what follows the identifier is `OCTET STRING { SEQUENCE {} }`, critical or not.
    private static func isEmptyConstraint(_ octets: [UInt8], after start: Int, end: Int) -> Bool {
        var position = start
        if position + 3 <= end, octets[position] == DER.boolean { position += 3 }
        guard position + 4 <= end else { return false }
        return octets[position] == DER.octetString && octets[position + 1] == 2
            && octets[position + 2] == DER.sequence && octets[position + 3] == 0
    }

    private static func headerLength(_ der: [UInt8], _ layout: CertificateLayout) -> Int {
        let first = der[layout.signedPart.lowerBound + 1]
        return first < 0x80 ? 2 : 2 + Int(first & 0x7f)
    }

    private typealias DER = DERReader.Tag
}
