import Octets
import OpenSSLBridge

/// The parts of a certificate that is strict DER throughout its frame, found without OpenSSL: nearly every one.
///
/// A frame holds no values but a version, a serial number and two texts: only where its parts end is looked for, which
/// OpenSSL does at ten times the cost, as it copies each of them. Names, algorithms, keys and extensions are read by those who
/// read them of OpenSSL's decoder, too. Whatever is not plain is left to that one.
struct PlainCertificate {
    let layout: CertificateLayout
    let version: Int

    private let octets: UnsafeBufferPointer<UInt8>
    /// The content, which is positive and strict.
    private let serial: Range<Int>
    private let signedSignatureAlgorithm: Range<Int>
    private let notBefore: DERReader.Element
    private let notAfter: DERReader.Element
    private let keyAlgorithm: Range<Int>
    private let key: Range<Int>
    private let signatureAlgorithm: Range<Int>
    /// The list of extensions, empty where there is none.
    private let extensions: LentDERReader
    let extensionCount: Int

    /// Nil where the octets are not one such certificate.
    init?(_ der: UnsafeBufferPointer<UInt8>) {
        octets = der
        guard let frame = try? CertificateFrame(der), let signature = der.wholeOctets(of: frame.signature),
            let version = Self.version(frame, der), Self.isPositive(der, frame.serialNumber.content)
        else { return nil }
        let file = LentDERReader(der)
        var validity = file.inside(frame.validity)
        var info = file.inside(frame.subjectPublicKeyInfo)
        guard let notBefore = Self.time(&validity), let notAfter = Self.time(&validity), validity.isAtEnd,
            let keyAlgorithm = info.next(Tag.sequence),
            let key = info.next(Tag.bitString).flatMap(der.wholeOctets), info.isAtEnd,
            let extensions = Self.extensions(file.inside(frame.rest))
        else { return nil }
        layout = CertificateLayout(frame, signature: signature)
        self.version = version
        serial = frame.serialNumber.content
        signedSignatureAlgorithm = frame.signedSignatureAlgorithm.whole
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.keyAlgorithm = keyAlgorithm.whole
        self.key = key
        signatureAlgorithm = frame.signatureAlgorithm.whole
        self.extensions = extensions.list
        extensionCount = extensions.count
    }

    private typealias Tag = DERReader.Tag

    /// Left out for version 1 (RFC 5280, 4.1.2.1).
    private static func version(_ frame: CertificateFrame, _ der: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let element = frame.version else { return 1 }
        var wrapper = LentDERReader(der).inside(element)
        guard let number = wrapper.next(Tag.integer), wrapper.isAtEnd,
            number.content.count == 1, case let encoded = der[number.content.lowerBound], encoded < 0x80
        else { return nil }
        return Int(encoded) + 1
    }

    /// Whether the content of an INTEGER is that of a positive number in its shortest form (X.690, 8.3.2).
    private static func isPositive(_ octets: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
        guard let first = content.first, octets[first] < 0x80 else { return false }
        return content.count == 1 || octets[first] != 0 || octets[first + 1] >= 0x80
    }

    private static func time(_ validity: inout LentDERReader) -> DERReader.Element? {
        switch validity.nextTag {
        case Tag.utcTime, Tag.generalizedTime: validity.next()
        default: nil
        }
    }

    /// The list at the end of the signed part, and how many it holds; nil where something else stands there.
    private static func extensions(_ rest: LentDERReader) -> (list: LentDERReader, count: Int)? {
        var part = rest
        guard !part.isAtEnd else { return (part, 0) }
        guard var wrapper = part.enter(Tag.context(3)), part.isAtEnd, let list = wrapper.enter(Tag.sequence),
            wrapper.isAtEnd
        else { return nil }
        var rest = list
        var count = 0
        while !rest.isAtEnd {
            guard rest.next(Tag.sequence) != nil else { return nil }
            count += 1
        }
        return (list, count)
    }
}

extension PlainCertificate: CertificateParts {
    var serialNumber: SerialNumber {
        let magnitude = serial.count > 1 && octets[serial.lowerBound] == 0 ? serial.dropFirst() : serial
        return SerialNumber(magnitude: Array(octets[magnitude]), isNegative: false)
    }

    func lend<Result>(_ part: X509Handle.EncodedPart, _ body: (UnsafeBufferPointer<UInt8>) -> Result?)
        -> Result?
    {
        let range =
            switch part {
            case .issuer: layout.issuer
            case .subject: layout.subject
            case .keyAlgorithm: keyAlgorithm
            case .signedSignatureAlgorithm: signedSignatureAlgorithm
            case .signatureAlgorithm: signatureAlgorithm
            }
        return body(UnsafeBufferPointer(rebasing: octets[range]))
    }

    func time<Result>(_ role: X509Handle.TimeRole, _ body: (Int32, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    {
        let time =
            switch role {
            case .notBefore: notBefore
            case .notAfter: notAfter
            }
        return body(Int32(time.tag), UnsafeBufferPointer(rebasing: octets[time.content]))
    }

    func publicKey<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        body(UnsafeBufferPointer(rebasing: octets[key]))
    }

    func forEachExtension(_ isUseful: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        var rest = extensions
        while let item = rest.next() {
            guard isUseful(UnsafeBufferPointer(rebasing: octets[item.whole])) else { return false }
        }
        return true
    }
}

/// Reads the envelope of an extension.
///
/// An envelope is an identifier, a flag and octets: only where they end is looked for, and the flag is there and TRUE or
/// not there, as DER wants it. Any other extension is OpenSSL's to decode.
struct PlainExtension: ~Copyable {
    let identifier: ObjectIdentifier
    let isCritical: Bool
    /// What the OCTET STRING holds.
    let value: UnsafeBufferPointer<UInt8>

    /// Nil where the octets are not exactly one such extension.
    static func read(_ der: UnsafeBufferPointer<UInt8>) -> PlainExtension? {
        var outer = LentDERReader(der)
        guard var fields = outer.enter(DERReader.Tag.sequence), outer.isAtEnd,
            let identifier = fields.nextIdentifier()
        else { return nil }
        let isCritical = fields.nextTag == DERReader.Tag.boolean
        if isCritical {
            guard let flag = fields.next(), flag.content.count == 1, der[flag.content.lowerBound] == 0xff
            else { return nil }
        }
        guard let value = fields.next(DERReader.Tag.octetString), fields.isAtEnd else { return nil }
        return PlainExtension(identifier: identifier, isCritical: isCritical, value: fields[value.content])
    }
}

/// Reads a Name whose values are UTF-8 or ASCII in one of the string types that CAs write: nearly every one.
///
/// Of such a Name only the ends of its parts are looked for; the text is the octets. Whatever else stands in it, or is not
/// strict DER, makes the whole of it OpenSSL's to decode, and so does a length that OpenSSL might not take.
enum PlainName {
    /// Well below what `d2i_X509_NAME` takes.
    private static let longest = 0x1_0000

    /// The attributes in encoded order; nil where the octets are not such a Name.
    static func attributes(of der: UnsafeBufferPointer<UInt8>) -> [DistinguishedName.Attribute]? {
        guard der.count <= longest else { return nil }
        var file = LentDERReader(der)
        guard var relativeNames = file.enter(Tag.sequence), file.isAtEnd else { return nil }
        var attributes: [DistinguishedName.Attribute] = []
        // As many as most names of servers have at most.
        attributes.reserveCapacity(2)
        var number = 0
        while !relativeNames.isAtEnd {
            guard var relativeName = relativeNames.enter(Tag.set), !relativeName.isAtEnd else { return nil }
            while !relativeName.isAtEnd {
                guard var attribute = relativeName.enter(Tag.sequence),
                    let type = attribute.nextIdentifier(),
                    let encoded = attribute.next(), attribute.isAtEnd, isText(encoded.tag),
                    case let value = AttributeValue(tag: Int(encoded.tag), octets: attribute[encoded.content]),
                    value.isWellFormed
                else { return nil }
                attributes.append(
                    DistinguishedName.Attribute(type: type, value: value, relativeName: number)
                )
            }
            number += 1
        }
        return attributes
    }

    private typealias Tag = DERReader.Tag

    /// UTF8String, NumericString, PrintableString, IA5String: where they are well formed their octets are their text.
    private static func isText(_ tag: UInt8) -> Bool {
        tag == Tag.utf8String || tag == 0x12 || tag == 0x13 || tag == 0x16
    }
}

/// Reads a list of GeneralNames whose content is text or an address and no ASN.1: nearly every subjectAltName.
///
/// Of such names only their ends are looked for, which OpenSSL does at twenty times the cost; whatever else stands in a
/// list, or is not strict DER, makes the whole list OpenSSL's to decode.
enum PlainGeneralNames {
    /// The names in encoded order; nil where the list is not one of at least one plain name.
    static func names(in der: UnsafeBufferPointer<UInt8>) -> [GeneralName]? {
        var outer = LentDERReader(der)
        guard let list = outer.enter(DERReader.Tag.sequence), outer.isAtEnd, let count = count(of: list),
            count > 0
        else { return nil }
        var names: [GeneralName] = []
        names.reserveCapacity(count)
        var rest = list
        while let name = rest.next() {
            let octets = Array(rest[name.content])
            switch name.tag {
            case 0x81: names.append(.email(octets))
            case 0x82: names.append(.dns(octets))
            case 0x86: names.append(.uri(octets))
            default: names.append(.ip(octets))
            }
        }
        return names
    }

    /// How many names a list holds; nil where one is not plain.
    private static func count(of list: LentDERReader) -> Int? {
        var rest = list
        var count = 0
        while !rest.isAtEnd {
            guard let tag = rest.next()?.tag, tag == 0x81 || tag == 0x82 || tag == 0x86 || tag == 0x87 else {
                return nil
            }
            count += 1
        }
        return count
    }
}
