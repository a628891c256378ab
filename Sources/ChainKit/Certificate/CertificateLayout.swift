/// Where the parts of a certificate stand in its DER.
///
/// The outer frame must be strict DER: a signature is over these very octets, so a frame that can be read two ways
/// would let two readers see two certificates.
struct CertificateLayout: Sendable, Equatable {
    let signedPart: Range<Int>
    let issuer: Range<Int>
    let subject: Range<Int>
    let subjectPublicKeyInfo: Range<Int>
    let signature: Range<Int>

    init?(_ der: [UInt8]) {
        guard let layout = try? Self.read(der) else { return nil }
        self = layout
    }

    /// Reads the frame, or says what keeps octets from being framed as a certificate.
    init(checking der: [UInt8]) throws(CertificateError) {
        do throws(DERReader.Failure) {
            self = try Self.read(der)
        } catch {
            throw .malformed(reason: error.description)
        }
    }

    init(
        signedPart: Range<Int>,
        issuer: Range<Int>,
        subject: Range<Int>,
        subjectPublicKeyInfo: Range<Int>,
        signature: Range<Int>
    ) {
        self.signedPart = signedPart
        self.issuer = issuer
        self.subject = subject
        self.subjectPublicKeyInfo = subjectPublicKeyInfo
        self.signature = signature
    }

    private static func read(_ der: [UInt8]) throws(DERReader.Failure) -> CertificateLayout {
        var file = DERReader(der)
        var outer = file.inside(try file.next(DERReader.Tag.sequence, "a certificate"))
        try file.finish("the certificate")
        let signedPart = try outer.next(DERReader.Tag.sequence, "the signed part")
        _ = try outer.next(DERReader.Tag.sequence, "the signature algorithm")
        let signature = try outer.nextSignature()
        try outer.finish("the signature")
        var part = outer.inside(signedPart)
        if part.nextTag == DERReader.Tag.context(0) { _ = try part.next() }
        _ = try part.next(DERReader.Tag.integer, "the serial number")
        _ = try part.next(DERReader.Tag.sequence, "the signature algorithm")
        let issuer = try part.next(DERReader.Tag.sequence, "the issuer")
        _ = try part.next(DERReader.Tag.sequence, "the validity")
        let subject = try part.next(DERReader.Tag.sequence, "the subject")
        let key = try part.next(DERReader.Tag.sequence, "the public key")
        return CertificateLayout(
            signedPart: signedPart.whole,
            issuer: issuer.whole,
            subject: subject.whole,
            subjectPublicKeyInfo: key.whole,
            signature: signature
        )
    }
}
