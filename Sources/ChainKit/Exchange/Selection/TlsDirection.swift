/// Which side of a connection looks for a certificate.
enum TlsDirection: Sendable, Hashable {
    /// A Receive connector, for STARTTLS.
    case inbound
    /// A Send connector, for the certificate that it shows as a client.
    case outbound
}
