import Octets
import OpenSSLBridge

/// Reads what can be read of a certificate that OpenSSL refuses although its frame is whole.
///
/// A flipped bit makes OpenSSL refuse the whole certificate, and whoever looks into the file would like to know whose
/// it was. So every part is put to OpenSSL by itself; one that does not decode gives way to one that says nothing, and
/// is named as a defect. What comes of it decodes, and is read as any certificate is; it stands in for the reading
/// only, never for the octets.
///
/// Two refusals stand. Where each part is sound by itself, the reason is none that is understood here: no certificate
/// comes of this without a defect. And where nothing is damaged but sound elements stand where they do not belong, as
/// an ENUMERATED in a name, that is what its maker wrote, and no reader calls it a certificate.
struct DamagedCertificate {
    private(set) var standIn: [UInt8] = []
    private(set) var defects: [EncodingDefect] = []
    private var isDamaged = false
    private var defectsLeftOut = 0

    /// Nil where the frame is broken, or where the refusal stands.
    init?(_ der: [UInt8]) {
        guard (try? read(der)) != nil, isDamaged else { return nil }
        if defectsLeftOut > 0 { defects.append(.further(defectsLeftOut)) }
    }

    private mutating func read(_ der: [UInt8]) throws(DERReader.Failure) {
        let frame = try CertificateFrame(der)
        var part = DERReader(der, in: frame.rest)
        var content: [UInt8] = []
        if let version = frame.version {
            content += DERFraming.element(version.tag, sound(.version, der[version.content]))
        }
        let serial = frame.serialNumber
        content += sound(.serialNumber, der[serial.whole], isForeign: !serial.content.isEmpty)
        content += sound(.signatureAlgorithm, der[frame.signedSignatureAlgorithm.whole])
        content += name(.issuer, part, frame.issuer)
        content += sound(.validity, der[frame.validity.whole])
        content += name(.subject, part, frame.subject)
        content += sound(.publicKey, der[frame.subjectPublicKeyInfo.whole])
        if let tag = part.nextTag, Self.uniqueIdentifierTags.contains(tag) { _ = try part.next() }
        if let tag = part.nextTag, Self.uniqueIdentifierTags.contains(tag) { _ = try part.next() }
        if !part.isAtEnd {
            let extensions = try part.next(DERReader.Tag.context(3), "the extensions")
            try part.finish("the extensions")
            content += try self.extensions(part.inside(extensions))
        }
        let algorithm = sound(.signatureAlgorithm, der[frame.signatureAlgorithm.whole])
        let signature = der[frame.signature.whole]
        standIn = DERFraming.element(
            DERReader.Tag.sequence,
            DERFraming.element(DERReader.Tag.sequence, content) + algorithm + signature
        )
    }

    /// The part itself, or where it does not decode one that says nothing.
    private mutating func sound(
        _ part: EncodingDefect.Part,
        _ octets: ArraySlice<UInt8>,
        isForeign: Bool = false
    ) -> [UInt8] {
        let (decoder, neutral): (CertificatePart, [UInt8]) =
            switch part {
            case .version: (.integer, [2, 1, 2])
            case .serialNumber: (.integer, [2, 1, 0])
            // No algorithm has the identifier 0.0.
            case .signatureAlgorithm: (.algorithm, [0x30, 3, 6, 1, 0])
            case .publicKey: (.publicKey, [0x30, 8, 0x30, 3, 6, 1, 0, 3, 1, 0])
            case .validity: (.validity, [0x30, 4, 0x17, 0, 0x17, 0])
            case .issuer, .subject: (.name, [0x30, 0])
            case .extension: (.extensionItem, [])
            }
        guard let reason = decoder.complaint(about: octets) else { return Array(octets) }
        note(part, reason, isForeign: isForeign)
        return neutral
    }

    private mutating func name(
        _ part: EncodingDefect.Part,
        _ reader: DERReader,
        _ element: DERReader.Element
    ) -> [UInt8] {
        guard CertificatePart.name.complaint(about: reader[element.whole]) != nil else {
            return Array(reader[element.whole])
        }
        let name = DamagedName(reader, of: element)
        if let complaint = name.complaint {
            note(part, complaint.reason, isForeign: complaint.isForeign)
        }
        return name.standIn
    }

    private mutating func note(_ part: EncodingDefect.Part, _ reason: String, isForeign: Bool) {
        if defects.count < EncodingDefect.mostListed {
            defects.append(.undecodable(part, reason: reason))
        } else {
            defectsLeftOut += 1
        }
        if !isForeign { isDamaged = true }
    }

    /// The extensions that decode; that they are one SEQUENCE and nothing else belongs to the frame.
    private mutating func extensions(_ reader: DERReader) throws(DERReader.Failure) -> [UInt8] {
        var outer = reader
        var list = outer.inside(try outer.next(DERReader.Tag.sequence, "the extensions"))
        try outer.finish("the extensions")
        var content: [UInt8] = []
        var number = 0
        while !list.isAtEnd {
            number += 1
            let rest = list[list.position..<list.end]
            guard let item = try? list.next() else {
                content += sound(.extension(number), rest)
                break
            }
            let isForeign = item.tag != DERReader.Tag.sequence
            content += sound(.extension(number), list[item.whole], isForeign: isForeign)
        }
        guard number > 0 else { return [] }
        return DERFraming.element(
            DERReader.Tag.context(3),
            DERFraming.element(DERReader.Tag.sequence, content)
        )
    }

    private static let uniqueIdentifierTags: Set<UInt8> = [0x81, 0x82]
}

/// Something malformed inside a certificate that could be read all the same.
public enum EncodingDefect: Sendable, Hashable {
    case notBefore(reason: String)
    case notAfter(reason: String)
    /// A value that does not decode after its own definition.
    case extensionValue(ObjectIdentifier)
    /// RFC 5280, 4.2: a certificate must not hold more than one instance of an extension.
    case repeatedExtension(ObjectIdentifier)
    /// The algorithm inside the signed part is not the one outside (RFC 5280, 4.1.1.2).
    case signatureAlgorithmsDiffer
    /// Extensions in a certificate below version 3, or a version that X.509 does not have.
    case version(Int)
    case publicKey(reason: String)
    /// A part that cannot be read, in a certificate that was refused as a whole for it.
    case undecodable(Part, reason: String)
    /// So many more defects, which are not listed.
    case further(Int)

    /// Defects of one certificate that are listed.
    static let mostListed = 20

    /// A part of a certificate that is decoded by itself.
    public enum Part: Sendable, Hashable {
        case version, serialNumber, signatureAlgorithm, issuer, validity, subject, publicKey
        /// Counted from 1.
        case `extension`(Int)

        /// Its name in words.
        public var text: String {
            switch self {
            case .version: "version"
            case .serialNumber: "serial number"
            case .signatureAlgorithm: "signature algorithm"
            case .issuer: "issuer"
            case .validity: "validity"
            case .subject: "subject"
            case .publicKey: "public key"
            case .extension(let number): "extension \(number)"
            }
        }
    }

    /// The defect in words, lower case, no full stop.
    public var text: String {
        switch self {
        case .notBefore(let reason): "notBefore is malformed: \(reason)"
        case .notAfter(let reason): "notAfter is malformed: \(reason)"
        case .extensionValue(let identifier): "the value of extension \(identifier) does not decode"
        case .repeatedExtension(let identifier): "extension \(identifier) stands there more than once"
        case .signatureAlgorithmsDiffer: "the signature algorithm inside differs from the one outside"
        case .version(let version): "version \(version) does not go with what the certificate holds"
        case .publicKey(let reason): reason
        case .further(let count): "\(count) more defects"
        case .undecodable(let part, let reason): "\(part.text) does not decode: \(reason)"
        }
    }
}
