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
