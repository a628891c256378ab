extension KeyPurpose {
    /// The purpose as people say it, `server authentication`; the standard's name where there is no other.
    public var words: String {
        switch self {
        case .serverAuthentication: "server authentication"
        case .clientAuthentication: "client authentication"
        case .emailProtection: "e-mail protection"
        case .codeSigning: "code signing"
        case .timeStamping: "time stamping"
        case .ocspSigning: "OCSP signing"
        default: name
        }
    }
}
