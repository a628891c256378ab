import Octets

/// Reads the certificates and revocation lists of a CMS SignedData (RFC 5652, 5.1) in DER.
///
/// By its frames and not through OpenSSL: one certificate that OpenSSL cannot parse would cost all of them, and a
/// certificate that is parsed and encoded again may come out with other octets.
enum SignedDataReader {
    /// The first elements of the `certificates` field, at most `limit`; nil where the message is not framed as it should be.
    static func certificates(_ octets: [UInt8], _ message: DERReader.Element, limit: Int) -> [[UInt8]]? {
        try? read(octets, message, field: 0, limit)
    }

    /// The first elements of the `crls` field, in the same way.
    static func revocationLists(_ octets: [UInt8], _ message: DERReader.Element, limit: Int) -> [[UInt8]]? {
        try? read(octets, message, field: 1, limit)
    }

    private static func read(
        _ octets: [UInt8],
        _ message: DERReader.Element,
        field: UInt8,
        _ limit: Int
    ) throws(DERReader.Failure) -> [[UInt8]] {
        var outer = DERReader(octets, in: message.content)
        _ = try outer.next(DERReader.Tag.objectIdentifier, "the content type")
        var explicit = outer.inside(try outer.next(DERReader.Tag.context(0), "the content"))
        var fields = explicit.inside(try explicit.next(DERReader.Tag.sequence, "SignedData"))
        _ = try fields.next(DERReader.Tag.integer, "the version")
        _ = try fields.next(DERReader.Tag.set, "the digest algorithms")
        _ = try fields.next(DERReader.Tag.sequence, "the content")
        while let tag = fields.nextTag, tag < DERReader.Tag.context(field), tag >= DERReader.Tag.context(0) {
            _ = try fields.next()
        }
        guard fields.nextTag == DERReader.Tag.context(field) else { return [] }
        var choices = fields.inside(try fields.next())
        var elements: [[UInt8]] = []
        while !choices.isAtEnd, elements.count < limit {
            let choice = try choices.next()
            // The other choices are attribute certificates, other formats and what PKCS #6 had.
            if choice.tag == DERReader.Tag.sequence { elements.append(Array(octets[choice.whole])) }
        }
        return elements
    }
}

/// Takes the certificate out of a PKCS #12 SafeBag (RFC 7292, 4.2.3).
enum CertificateBag {
    private static let x509Certificate = ObjectIdentifier("1.2.840.113549.1.9.22.1")

    /// Nil where the bag holds another kind of certificate, or is not framed as it should be.
    static func certificate(in bag: [UInt8]) -> [UInt8]? {
        try? read(bag)
    }

    private static func read(_ bag: [UInt8]) throws(DERReader.Failure) -> [UInt8]? {
        var file = DERReader(bag)
        var fields = file.inside(try file.next(DERReader.Tag.sequence, "a bag"))
        _ = try fields.next(DERReader.Tag.objectIdentifier, "the bag's kind")
        var explicit = fields.inside(try fields.next(DERReader.Tag.context(0), "the bag's value"))
        var value = explicit.inside(try explicit.next(DERReader.Tag.sequence, "a certificate bag"))
        let kind = try value.next(DERReader.Tag.objectIdentifier, "the certificate's kind")
        guard ObjectIdentifier(derContent: bag[kind.content]) == x509Certificate else { return nil }
        var content = value.inside(try value.next(DERReader.Tag.context(0), "the certificate"))
        return Array(bag[try content.next(DERReader.Tag.octetString, "the certificate").content])
    }
}
