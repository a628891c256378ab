/// Where the parts of a revocation list stand in its DER; the outer frame must be strict, as a certificate's.
struct RevocationListLayout: Sendable {
    let signedPart: Range<Int>
    let issuer: Range<Int>
    let signature: Range<Int>
    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 5.1.1.2).
    let algorithmsAgree: Bool

    init(_ der: [UInt8]) throws(DERReader.Failure) {
        var file = DERReader(der)
        var outer = file.inside(try file.next(DERReader.Tag.sequence, "a revocation list"))
        try file.finish("the revocation list")
        let signedPart = try outer.next(DERReader.Tag.sequence, "the signed part")
        let algorithm = try outer.next(DERReader.Tag.sequence, "the signature algorithm")
        let signature = try outer.nextSignature()
        try outer.finish("the signature")
        var part = outer.inside(signedPart)
        if part.nextTag == DERReader.Tag.integer { _ = try part.next() }
        let inner = try part.next(DERReader.Tag.sequence, "the signature algorithm")
        let issuer = try part.next(DERReader.Tag.sequence, "the issuer")
        self.signedPart = signedPart.whole
        self.issuer = issuer.whole
        self.signature = signature
        algorithmsAgree = der[algorithm.whole] == der[inner.whole]
    }
}
