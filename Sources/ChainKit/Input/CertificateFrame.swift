import Octets

/// Where the parts of a certificate stand in its octets (RFC 5280, 4.1): the one reader of its frame.
///
/// The frame must be strict DER: a signature is over these very octets, so a frame that can be read two ways would let
/// two readers see two certificates. What the parts hold is for others to say: whether an element is shaped like a
/// certificate asks nothing else (`DERShape`), and neither do the place of its parts (`CertificateLayout`), the reading
/// of what is plain (`PlainCertificate`) and of what is damaged (`DamagedCertificate`).
struct CertificateFrame {
    let signedPart: DERReader.Element
    let signatureAlgorithm: DERReader.Element
    /// The BIT STRING.
    let signature: DERReader.Element
    /// The tag and what it holds; nil where it is left out, as in version 1.
    let version: DERReader.Element?
    let serialNumber: DERReader.Element
    let signedSignatureAlgorithm: DERReader.Element
    let issuer: DERReader.Element
    let validity: DERReader.Element
    let subject: DERReader.Element
    let subjectPublicKeyInfo: DERReader.Element
    /// What stands behind the public key: unique identifiers and extensions, if there are any.
    let rest: Range<Int>

    /// Reads octets that must be one certificate.
    init(_ der: UnsafeBufferPointer<UInt8>) throws(DERReader.Failure) {
        var file = LentDERReader(der)
        let outer = try file.next(Tag.sequence, "a certificate")
        try file.finish("the certificate")
        try self.init(file.inside(outer), serialNumberTag: Tag.integer)
    }

    /// Reads octets that must be one certificate.
    init(_ der: [UInt8]) throws(DERReader.Failure) {
        self = try der.withUnsafeBufferPointer { octets throws(DERReader.Failure) in
            try CertificateFrame(octets)
        }
    }

    /// Whether an element has the frame of a certificate, whatever the serial number's tag.
    static func isFrame(_ element: DERReader.Element, in octets: [UInt8]) -> Bool {
        octets.withUnsafeBufferPointer { octets in
            let outer = LentDERReader(octets).inside(element)
            return (try? CertificateFrame(outer, serialNumberTag: nil)) != nil
        }
    }

    private typealias Tag = DERReader.Tag

    private init(_ outer: LentDERReader, serialNumberTag: UInt8?) throws(DERReader.Failure) {
        var outer = outer
        signedPart = try outer.next(Tag.sequence, "the signed part")
        signatureAlgorithm = try outer.next(Tag.sequence, "the signature algorithm")
        signature = try outer.next(Tag.bitString, "the signature")
        try outer.finish("the signature")
        var part = outer.inside(signedPart)
        let hasVersion = part.nextTag == Tag.context(0)
        version = hasVersion ? try part.next(Tag.context(0), "the version") : nil
        serialNumber = try part.next(serialNumberTag ?? part.nextTag ?? Tag.integer, "the serial number")
        signedSignatureAlgorithm = try part.next(Tag.sequence, "the signature algorithm")
        issuer = try part.next(Tag.sequence, "the issuer")
        validity = try part.next(Tag.sequence, "the validity")
        subject = try part.next(Tag.sequence, "the subject")
        subjectPublicKeyInfo = try part.next(Tag.sequence, "the public key")
        rest = part.position..<part.end
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the octets of a BIT STRING stand that holds whole ones; nil for any other.
    func wholeOctets(of bits: DERReader.Element) -> Range<Int>? {
        guard let unused = bits.content.first, self[unused] == 0 else { return nil }
        return bits.content.dropFirst()
    }
}
