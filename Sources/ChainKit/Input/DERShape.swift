import Octets

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
        // The common case first, and without a list of the parts.
        if CertificateFrame.isFrame(element, in: octets) {
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

/// What the first octets of a DER element promise, for telling "cut off" from "no DER at all".
struct DERFrame {
    /// The element's whole length as its header claims it, nil where the header itself is cut off.
    let claimedLength: Int?
    /// Whether the element's first part begins like that of a certificate, request or container.
    let beginsWithAPart: Bool

    /// Reads the header of a SEQUENCE; nil where none begins at `start`.
    init?(_ octets: [UInt8], at start: Int) {
        guard start < octets.count, octets[start] == DERReader.Tag.sequence else { return nil }
        guard start + 1 < octets.count else {
            claimedLength = nil
            beginsWithAPart = false
            return
        }
        let first = Int(octets[start + 1])
        guard first > 0x80 else {
            guard first < 0x80 else { return nil }
            claimedLength = 2 + first
            beginsWithAPart = false
            return
        }
        let count = first & 0x7f
        guard count <= 8 else { return nil }
        let content = start + 2 + count
        guard content <= octets.count else {
            claimedLength = nil
            beginsWithAPart = true
            return
        }
        var length = 0
        for octet in octets[(start + 2)..<content] {
            let (shifted, overflows) = length.multipliedReportingOverflow(by: 256)
            length = overflows ? Int.max - 256 : shifted + Int(octet)
        }
        claimedLength = length > Int.max - 16 ? Int.max : length + 2 + count
        beginsWithAPart = content == octets.count || [0x30, 0x02, 0x06].contains(octets[content])
    }

    /// Whether octets from `start` are the beginning of an element whose end is missing.
    static func isCutOff(_ octets: [UInt8], at start: Int) -> Bool {
        guard let frame = DERFrame(octets, at: start), frame.beginsWithAPart else { return false }
        guard let claimed = frame.claimedLength else { return true }
        return claimed > octets.count - start
    }
}

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

/// Tells SEQUENCEs around nothing from other formats in DER.
///
/// Nobody keeps such a file on purpose, as one keeps a request or a list: it is what a failed export leaves, or what
/// was made to break a reader. So it is an error and not a skip.
enum HollowDER {
    /// What to say of the octets, nil where they hold a value.
    static func complaint(about octets: [UInt8], from start: Int) -> String? {
        var rest = start..<octets.count
        for _ in 0..<mostNested {
            guard
                let element = DERReader.element(in: octets, at: rest.lowerBound, end: rest.upperBound),
                element.tag == DERReader.Tag.sequence, element.whole == rest
            else { return nil }
            if element.content.isEmpty { return "a SEQUENCE that holds nothing" }
            rest = element.content
        }
        return "more than \(mostNested) SEQUENCEs, each of which holds only the next"
    }

    /// In a SEQUENCE of one element that is another one, no format for keys or certificates goes deeper than three.
    private static let mostNested = 16
}
