/// For what a certificate is to be accepted.
public enum VerificationPurpose: String, Sendable, Hashable, CaseIterable {
    case server, client, any

    /// The key purpose that extKeyUsage must allow; ``KeyPurpose/any`` asks for none.
    public var keyPurpose: KeyPurpose {
        switch self {
        case .server: .serverAuthentication
        case .client: .clientAuthentication
        case .any: .any
        }
    }
}
