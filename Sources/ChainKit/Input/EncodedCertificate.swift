/// Octets believed to be the DER of one certificate, and where they were found.
public struct EncodedCertificate: Sendable, Hashable {
    /// Where.
    public let location: SourceLocation
    /// The octets, as they stood.
    public let der: [UInt8]

    /// Pairs octets with a place.
    public init(location: SourceLocation, der: [UInt8]) {
        self.location = location
        self.der = der
    }
}
