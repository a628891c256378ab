import Octets

/// What stands between a BEGIN and an END line: headers (RFC 1421, 4.6) and base64.
struct PEMBody {
    enum Failure: Error, Equatable {
        case empty
        case illegal(offset: Int)
        case cutOff
    }

    let octets: [UInt8]
    /// Whether a Proc-Type header says that the octets are encrypted.
    let isEncrypted: Bool
    /// Whether the text had to be freed from quoting first.
    let wasDressed: Bool

    init(_ text: [UInt8], in range: Range<Int>) throws(Failure) {
        var range = range
        var isEncrypted = false
        if OctetSearch.first(UInt8(ascii: ":"), in: text, from: range.lowerBound, to: range.upperBound) != nil
        {
            (range, isEncrypted) = Self.skipHeaders(text, range)
        }
        self.isEncrypted = isEncrypted
        switch Base64Decoder.decode(text, in: range) {
        case .octets(let octets) where octets.isEmpty: throw .empty
        case .octets(let octets):
            self.octets = octets
            wasDressed = false
        case .cutOff: throw .cutOff
        case .illegal(let offset):
            let undressed = TextDressing.removed(from: text[range])
            // Whether something that reads now is what was meant is told by the frame: it must fit to the octet.
            guard case .octets(let octets) = Base64Decoder.decode(undressed),
                let element = DERReader.element(in: octets, at: 0, end: octets.count),
                element.whole.upperBound == octets.count
            else { throw .illegal(offset: offset) }
            self.octets = octets
            wasDressed = true
        }
    }

    /// Headers run to the first blank line or, where it is missing, to the first line without a colon.
    private static func skipHeaders(_ text: [UInt8], _ range: Range<Int>) -> (Range<Int>, isEncrypted: Bool) {
        var position = range.lowerBound
        var isEncrypted = false
        var isInHeaders = false
        while position < range.upperBound {
            let end = endOfLine(text, position, range.upperBound)
            let line = text[position..<end]
            let isBlank = line.allSatisfy(Base64Decoder.isBlank)
            if line.contains(UInt8(ascii: ":")) {
                isInHeaders = true
                if OctetSearch.first("ENCRYPTED", in: text, from: position, to: end) != nil {
                    isEncrypted = true
                }
            } else if isInHeaders {
                let isContinuation = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
                if isBlank || !isContinuation { return (position..<range.upperBound, isEncrypted) }
            } else if !isBlank {
                return (range, false)
            }
            position = min(end + 1, range.upperBound)
        }
        return (position..<range.upperBound, isEncrypted)
    }

    private static func endOfLine(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        text[start..<end].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? end
    }
}

/// What the label of a PEM block claims.
enum PEMLabel: Hashable {
    case certificate
    case trustedCertificate
    case message
    case certificateRequest
    case revocationList
    case privateKey
    case openSSHKey
    case publicKey
    /// A label of another field: PGP, SSH, parameters. The body is looked at only where it might be DER.
    case other(isDER: Bool)

    private static let commonest = Array("CERTIFICATE".utf8)

    init(_ label: ArraySlice<UInt8>) {
        if label.elementsEqual(Self.commonest) {
            self = .certificate
            return
        }
        switch String(
            decoding: label.map { Base64Decoder.isBlank($0) ? UInt8(ascii: " ") : $0 },
            as: UTF8.self
        ) {
        case "CERTIFICATE", "X509 CERTIFICATE": self = .certificate
        case "TRUSTED CERTIFICATE": self = .trustedCertificate
        case "PKCS7", "PKCS #7 SIGNED DATA", "CMS", "CERTIFICATE CHAIN": self = .message
        case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST": self = .certificateRequest
        case "X509 CRL", "CRL": self = .revocationList
        case "OPENSSH PRIVATE KEY": self = .openSSHKey
        case "PUBLIC KEY", "RSA PUBLIC KEY", "EC PUBLIC KEY": self = .publicKey
        case let label where label.hasPrefix("PGP ") || label.hasPrefix("SSH2 "): self = .other(isDER: false)
        case let label where label.hasSuffix("PRIVATE KEY"): self = .privateKey
        default: self = .other(isDER: true)
        }
    }

    /// Whether the body may be DER of the kinds that are told apart here.
    var isOurs: Bool { self != .other(isDER: false) }

    /// Whether a block of this label is meant to give certificates.
    var isForCertificates: Bool {
        switch self {
        case .certificate, .trustedCertificate, .message: true
        default: false
        }
    }

    /// What a file of such blocks is where the content does not tell.
    var family: FileKind {
        switch self {
        case .certificate, .trustedCertificate: .pem
        case .message: .pkcs7
        case .certificateRequest: .certificateRequest
        case .revocationList: .revocationList
        case .privateKey, .openSSHKey: .privateKey
        case .publicKey: .publicKey
        case .other: .other
        }
    }
}

extension DERShape {
    /// Whether something of this shape is passed on from a block labelled a certificate.
    var belongsUnderCertificate: Bool {
        switch self {
        case .certificate, .otherSigned, .unknown, .signedData, .pkcs12: true
        default: false
        }
    }

    /// What to call it.
    var words: String {
        switch self {
        case .certificate: "a certificate"
        case .certificateRequest: "a certificate request"
        case .revocationList: "a revocation list"
        case .ocspResponse: "an OCSP response"
        case .signedData, .otherMessage: "a CMS message"
        case .trustList: "a certificate trust list"
        case .pkcs12: "a PKCS #12"
        case .privateKey, .encryptedPrivateKey: "a private key"
        case .publicKey: "a public key"
        case .otherSigned, .unknown: "something else"
        }
    }
}

/// Finds lines that were meant as BEGIN lines: with other dashes, another number of them, in lower case.
///
/// Such a line is not repaired: what a mail program did to the dashes it may have done to the rest.
enum DamagedArmour {
    /// The offset of the first such line.
    static func line(in text: [UInt8]) -> Int? {
        var position = 0
        while position < text.count {
            guard let end = text[position...].firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else {
                return isDamaged(text[position...]) ? position : nil
            }
            if isDamaged(text[position..<end]) { return position }
            position = end + 1
        }
        return nil
    }

    /// Dashes of any kind, "begin" and a word, dashes.
    private static func isDamaged(_ line: ArraySlice<UInt8>) -> Bool {
        guard (20...100).contains(line.count) else { return false }
        let words = line.drop(while: isDash)
        guard words.startIndex - line.startIndex >= 2, let last = words.last, isDash(last) else {
            return false
        }
        let lowered = words.prefix(6).map { $0 | 0x20 }
        return lowered == Array("begin ".utf8)
    }

    /// Hyphens, blanks, and all octets of the dashes that UTF-8 and Windows-1252 have.
    private static func isDash(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: "-") || octet == UInt8(ascii: " ") || octet == 0x3f || octet >= 0x80
    }
}
