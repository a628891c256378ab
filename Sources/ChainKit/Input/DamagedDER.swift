/// Tells binary junk from a certificate whose DER was damaged on the way.
///
/// A flipped length or a transfer as text leaves most octets standing: the identifiers of name attributes and of
/// extensions are still there. Such a file was meant to be read, so it is an error and not a skip.
enum DamagedDER {
    /// What to say of the octets, nil where nothing suggests a certificate.
    static func complaint(about octets: [UInt8], from start: Int) -> String? {
        guard octets.count - start <= longestCertificate, octets.count - start > 64 else { return nil }
        let beginsAsDER =
            octets[start] == DERReader.Tag.sequence || (0x81...0x84).contains(octets[start + 1])
        guard beginsAsDER,
            contains([0x06, 0x03, 0x55, 0x04], in: octets), contains([0x06, 0x03, 0x55, 0x1d], in: octets),
            // An OCSP response holds its responder's certificate and is whole.
            !contains([0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01], in: octets)
        else { return nil }
        return "holds what a certificate holds, but its DER is damaged; copy the file again, in binary mode"
    }

    /// Real certificates stay far below; larger binaries with such identifiers are signed programs and documents.
    private static let longestCertificate = 65_536

    private static func contains(_ pattern: [UInt8], in octets: [UInt8]) -> Bool {
        octets.firstRange(of: pattern) != nil
    }
}
