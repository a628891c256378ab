/// What a DER element is, told by the tags of its first two levels.
///
/// The label of a PEM block and the name of a file are often wrong, so every element is told by this. It looks at
/// frames only: whether something shaped like a certificate is one is for `Certificate` to say.
enum DERShape: Hashable {
    case certificate
    case certificateRequest
    case revocationList
    /// An answer of an OCSP responder.
    case ocspResponse
    /// A CMS SignedData.
    case signedData
    /// A certificate trust list: a SignedData over Microsoft's list format.
    case trustList
    /// Another CMS message: encrypted, or plain data.
    case otherMessage
    case pkcs12
    case privateKey
    case encryptedPrivateKey
    case publicKey
    /// Three parts as a signed object has, and none of the above inside.
    case otherSigned
    case unknown

    private static let signedDataOID = ObjectIdentifier("1.2.840.113549.1.7.2")
    private static let trustListOID = ObjectIdentifier("1.3.6.1.4.1.311.10.1")

    init(_ octets: [UInt8], _ element: DERReader.Element) {
        guard element.tag == DERReader.Tag.sequence else {
            self = .unknown
            return
        }
        if Self.isCertificate(octets, element) {
            self = .certificate
            return
        }
        let (tags, parts) = Self.parts(octets, element, limit: 10)
        switch tags {
        case [0x30, 0x30, 0x03]: self = Self.signed(octets, parts[0])
        case [0x30, 0x04]: self = .encryptedPrivateKey
        case [0x30, 0x03]: self = .publicKey
        case [0x0a, 0xa0]: self = .ocspResponse
        case [0x06, 0xa0]: self = Self.message(octets, type: parts[0], content: parts[1])
        case [0x06]: self = .otherMessage
        case let tags where tags.starts(with: [0x02, 0x30, 0x04]): self = .privateKey
        case let tags where tags.starts(with: [0x02, 0x30]) && parts[0].content.map({ octets[$0] }) == [3]:
            self = .pkcs12
        // RSAPrivateKey has nine INTEGERs, DSA's own form six.
        case let tags where tags.count >= 6 && tags.allSatisfy { $0 == 0x02 }: self = .privateKey
        case let tags where tags.starts(with: [0x02, 0x04]): self = .privateKey
        default: self = .unknown
        }
    }

    /// The common case first, and without a list of the parts.
    private static func isCertificate(_ octets: [UInt8], _ element: DERReader.Element) -> Bool {
        let end = element.content.upperBound
        guard let signedPart = DERReader.element(in: octets, at: element.content.lowerBound, end: end),
            let algorithm = DERReader.element(in: octets, at: signedPart.whole.upperBound, end: end),
            let signature = DERReader.element(in: octets, at: algorithm.whole.upperBound, end: end),
            signedPart.tag == DERReader.Tag.sequence, algorithm.tag == DERReader.Tag.sequence,
            signature.tag == DERReader.Tag.bitString, signature.whole.upperBound == end
        else { return false }
        var position = signedPart.content.lowerBound
        // Whatever the serial number's tag: that it must be an INTEGER is for the parser to say.
        var serialIsDue = true
        var sequences = 0
        while sequences < 5,
            let part = DERReader.element(in: octets, at: position, end: signedPart.content.upperBound)
        {
            position = part.whole.upperBound
            if serialIsDue {
                serialIsDue = part.tag == DERReader.Tag.context(0)
            } else {
                guard part.tag == DERReader.Tag.sequence else { return false }
                sequences += 1
            }
        }
        return sequences == 5
    }

    private static func parts(
        _ octets: [UInt8],
        _ element: DERReader.Element,
        limit: Int
    ) -> (tags: [UInt8], parts: [DERReader.Element]) {
        var tags: [UInt8] = []
        var parts: [DERReader.Element] = []
        var position = element.content.lowerBound
        while parts.count < limit,
            let part = DERReader.element(in: octets, at: position, end: element.content.upperBound)
        {
            tags.append(part.tag)
            parts.append(part)
            position = part.whole.upperBound
        }
        return (tags, parts)
    }

    /// Tells certificate, request and revocation list apart by the order of tags in the signed part.
    private static func signed(_ octets: [UInt8], _ signedPart: DERReader.Element) -> DERShape {
        var (tags, parts) = parts(octets, signedPart, limit: 7)
        let isTime: (UInt8) -> Bool = { $0 == DERReader.Tag.utcTime || $0 == DERReader.Tag.generalizedTime }
        if tags.first == DERReader.Tag.context(0) {
            tags.removeFirst()
            parts.removeFirst()
        }
        if tags.starts(with: [0x30, 0x30]) || tags.starts(with: [0x02, 0x30, 0x30]),
            let time = tags.first(where: { $0 != 0x30 && $0 != 0x02 }), isTime(time)
        {
            return .revocationList
        }
        if tags == [0x02, 0x30, 0x30] || tags == [0x02, 0x30, 0x30, 0xa0] { return .certificateRequest }
        return .otherSigned
    }

    private static func message(
        _ octets: [UInt8],
        type: DERReader.Element,
        content: DERReader.Element
    ) -> DERShape {
        guard ObjectIdentifier(derContent: octets[type.content]) == signedDataOID else {
            return .otherMessage
        }
        let end = content.content.upperBound
        guard let message = DERReader.element(in: octets, at: content.content.lowerBound, end: end) else {
            return .signedData
        }
        let (tags, parts) = parts(octets, message, limit: 3)
        guard tags.count == 3, let inner = Self.parts(octets, parts[2], limit: 1).parts.first else {
            return .signedData
        }
        return ObjectIdentifier(derContent: octets[inner.content]) == trustListOID ? .trustList : .signedData
    }
}
