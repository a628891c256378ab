/// What became of a file in one word.
public enum FileOutcome: String, Sendable, Hashable, CaseIterable {
    /// It gave certificates, or objects or revocation lists that were used, and nothing was wrong.
    case ok
    /// There was nothing to read in it: empty, a text, a request, a key alone.
    case skipped
    /// Something could not be read that should have been, whatever else it gave.
    case error

    /// Sums up what became of a file.
    public init(_ record: FileRecord) {
        self =
            switch record {
            case _ where record.hasErrors: .error
            case _ where record.isOfUse: .ok
            default: .skipped
            }
    }
}

extension FileKind {
    /// The kind as people say it, lower case.
    var words: String {
        switch self {
        case .pem: "PEM"
        case .der: "DER"
        case .pkcs7: "PKCS #7"
        case .pkcs12: "PKCS #12"
        case .base64: "base64"
        case .serializedStore: "serialized store"
        case .certificateRequest: "certificate request"
        case .revocationList: "revocation list"
        case .ocspResponse: "OCSP response"
        case .privateKey: "private key"
        case .publicKey: "public key"
        case .trustList: "trust list"
        case .javaKeyStore: "Java key store"
        case .exchangeExport: "export of Exchange"
        case .text: "text"
        case .empty: "empty"
        case .folder: "folder"
        case .special: "not a regular file"
        case .other: "unknown"
        }
    }
}
