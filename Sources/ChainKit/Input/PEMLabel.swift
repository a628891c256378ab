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
