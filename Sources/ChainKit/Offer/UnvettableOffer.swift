import OpenSSLBridge

/// An offer of which no certificate can be made.
public struct UnvettableOffer: Error, Sendable {
    /// Why, lower case, no full stop.
    public let reason: String

    init(_ error: any Error) {
        reason =
            switch error {
            case let error as OpenSSLError: error.description
            case let error as CertificateError: error.reason
            default: "it cannot be encoded"
            }
    }
}
