/// Where the parts of a revocation list stand in its DER; the outer frame must be strict, as a certificate's.
struct RevocationListLayout: Sendable {
    let signedPart: Range<Int>
    let issuer: Range<Int>
    let signature: Range<Int>
    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 5.1.1.2).
    let algorithmsAgree: Bool
    /// The revokedCertificates, nil where there are none or something else stands in their place.
    let entries: DERReader.Element?
    private let signedContent: Range<Int>
    private let whole: Range<Int>

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
        signedContent = signedPart.content
        whole = 0..<der.count
        _ = try? part.next()
        if let tag = part.nextTag, tag == DERReader.Tag.utcTime || tag == DERReader.Tag.generalizedTime {
            _ = try? part.next()
        }
        entries = part.nextTag == DERReader.Tag.sequence ? try? part.next() : nil
    }

    /// The list without its entries: small, whatever the list's size.
    func withoutEntries(_ der: [UInt8]) -> [UInt8] {
        guard let entries else { return der }
        let signed =
            der[signedContent.lowerBound..<entries.whole.lowerBound]
            + der[entries.whole.upperBound..<signedContent.upperBound]
        return DERHeader.element(
            DERReader.Tag.sequence,
            DERHeader.element(DERReader.Tag.sequence, signed) + der[signedPart.upperBound..<whole.upperBound]
        )
    }
}
