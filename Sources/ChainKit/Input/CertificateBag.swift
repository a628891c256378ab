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
