/// Where the parts of an OCSP response stand in its DER (RFC 6960, 4.2.1).
struct OCSPResponseLayout: Sendable {
    let signedPart: Range<Int>
    let signature: Range<Int>
    let certificates: [Range<Int>]

    init(_ der: [UInt8]) throws(DERReader.Failure) {
        var file = DERReader(der)
        var response = file.inside(try file.next(DERReader.Tag.sequence, "an OCSP response"))
        try file.finish("the OCSP response")
        _ = try response.next(Self.enumerated, "the response's status")
        var explicit = response.inside(try response.next(DERReader.Tag.context(0), "the response's content"))
        var typed = explicit.inside(try explicit.next(DERReader.Tag.sequence, "the response's content"))
        _ = try typed.next(DERReader.Tag.objectIdentifier, "the response's type")
        var octets = typed.inside(try typed.next(DERReader.Tag.octetString, "the basic response"))
        var basic = octets.inside(try octets.next(DERReader.Tag.sequence, "the basic response"))
        signedPart = try basic.next(DERReader.Tag.sequence, "the signed part").whole
        _ = try basic.next(DERReader.Tag.sequence, "the signature algorithm")
        signature = try basic.nextSignature()
        var certificates: [Range<Int>] = []
        if !basic.isAtEnd {
            var outer = basic.inside(try basic.next(DERReader.Tag.context(0), "the certificates"))
            var list = outer.inside(try outer.next(DERReader.Tag.sequence, "the certificates"))
            while !list.isAtEnd { certificates.append(try list.next().whole) }
        }
        self.certificates = certificates
    }

    private static let enumerated: UInt8 = 0x0a
}
